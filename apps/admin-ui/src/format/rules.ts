import type { Schemas } from "../api.ts";
import { stateNames } from "../texts/states.ts";

/** Why something was not sent; the API's words. */
export const ruleWords = [
  "duplicate",
  "duplicate_window",
  "reengage_wait",
  "reengage_off",
  "test",
  "filtered",
  "no_destination",
  "blocked",
  "quarantined",
] as const;

/** Why something was not sent, in two or three words. */
export const ruleNames: Readonly<Record<Schemas["UnsentSubmission"]["rule"] | "duplicate", string>> =
  stateNames.rules;
