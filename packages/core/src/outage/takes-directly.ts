import type { EventType } from "@leadrelay/contracts/event-type";

/** What does not wait for D1; a correction does. */
const urgent: readonly EventType[] = ["lead.created", "lead.reengaged"];

/** Of a destination's events those that are told while D1 is away; of one whose events are not known, all of them. */
export const toldAtOnce = (eventTypes: readonly EventType[] = urgent): EventType[] =>
  urgent.filter((type) => eventTypes.includes(type));

/**
 * Whether a destination hears of what was judged while D1 is away; undefined: nothing is judged yet. A `lead.updated` that is sent then
 * tells of somebody new at a shared address, and reaches those who take new leads too, as with D1.
 */
export function takesDirectly(eventTypes: readonly EventType[] | undefined, event: EventType | undefined) {
  const told = toldAtOnce(eventTypes);
  if (event === undefined) return told.length > 0;
  if (event !== "lead.updated") return told.includes(event);
  return told.includes("lead.created") || eventTypes?.includes(event) === true;
}
