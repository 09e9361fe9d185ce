import { eventTypes, type EventType } from "@leadrelay/contracts/event-type";
import { eventId } from "../ids/derived-id.ts";
import { parseTrace } from "./parse-trace.ts";
import type { TraceRow } from "./stored-trace.ts";

/** The ids of the events a submission made, by its trace; of one without a trace, or that was released, those of all it may have made. */
export function eventIdsOf(row: TraceRow & { released_at?: number | null }): string[] {
  const trace = (row.released_at ?? null) === null ? parseTrace(row) : undefined;
  const made = new Set<EventType>(trace?.destinations.map(({ event }) => event) ?? eventTypes);
  if (typeof trace?.event === "string") made.add(trace.event);
  return [...made].map((type) => eventId(row.public_id, type));
}
