import type { Schemas } from "../api.ts";
import type { Look } from "../format/states.ts";

/** How each standing of a destination looks. */
export const standingLooks: Readonly<Record<Schemas["DestinationStanding"]["state"], Look>> = {
  on: "good",
  paused: "calm",
  gone: "bad",
  given_up: "bad",
  closed: "calm",
  full: "warn",
  behind: "busy",
  down: "bad",
  refusing: "bad",
  slow: "warn",
  shaky: "warn",
};
