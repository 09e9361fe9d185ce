import type { Schemas } from "../api.ts";

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
export const ruleNames: Readonly<Record<Schemas["UnsentSubmission"]["rule"] | "duplicate", string>> = {
  duplicate: "Any repeat",
  duplicate_window: "Sent again at once",
  reengage_wait: "Came back too soon",
  reengage_off: "Coming back is not told",
  test: "Test",
  filtered: "Filtered out",
  no_destination: "No destination takes it",
  blocked: "Blocked address",
  quarantined: "In quarantine",
};
