import type { Schemas } from "../api.ts";
import { stateNames } from "../texts/states.ts";

/** Why something was not sent, in two or three words. */
export const ruleNames: Readonly<Record<Schemas["UnsentSubmission"]["rule"] | "duplicate", string>> =
  stateNames.rules;
