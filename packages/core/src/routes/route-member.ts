import type { RouteMode } from "@leadrelay/contracts/route-mode";

/** A destination's place in its client's route; a destination has one at most. */
export interface RoutePlace {
  route_id: string;
  mode: RouteMode;
  /** When its members last changed, ms UTC: their shares are counted from then. */
  counted_from: number;
  /** The lower, the earlier. */
  position: number;
  /** Its share beside the others'; 0: it gets only what another cannot take. */
  weight: number;
  /** Which leads it may get, as a filter's conditions; null: every one. */
  conditions: Readonly<Record<string, unknown>> | null;
  /** What waits here for longer goes to the next; null: it waits as long as it takes. */
  overflow_minutes: number | null;
}

/** A member that may get a lead: it takes the event, and its conditions pass. */
export interface RouteCandidate {
  id: string;
  /** As people call it. */
  name: string;
  position: number;
  weight: number;
  /** Leads that it was given since its shares are counted. */
  given: number;
  /** Turns of its own that went to another because it was closed, less those of others that it took. */
  passed: number;
  /** Why it takes no lead now, to be read behind its name: "full until 18:00 IST"; null while it takes them. */
  closed: string | null;
}
