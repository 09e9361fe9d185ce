import { eventTypes, type EventType } from "@leadrelay/contracts/event-type";
import { eventId } from "../ids/derived-id.ts";
import { parseTrace } from "./parse-trace.ts";

/** The ids of the events a submission made, by its trace; of one without a trace, those of all it may have made. */
export function eventIdsOf({
  public_id,
  decision_json,
}: {
  public_id: string;
  decision_json: string;
}): string[] {
  const trace = parseTrace(decision_json);
  const made = new Set<EventType>(trace?.destinations.map(({ event }) => event) ?? eventTypes);
  if (typeof trace?.event === "string") made.add(trace.event);
  return [...made].map((type) => eventId(public_id, type));
}
