import type { LogEvent } from "./log-events.ts";

/** Ids, counts and codes only: contact details never go into a log line. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Writes one JSON object a line, as every part of LeadRelay logs. */
export function logEvent(event: LogEvent, fields: LogFields = {}): void {
  // oxlint-disable-next-line no-console
  console.log(JSON.stringify({ event, ...fields }));
}
