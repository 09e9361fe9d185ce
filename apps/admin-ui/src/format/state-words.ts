/** A delivery's statuses; the API's words. */
export const statusWords = [
  "pending",
  "in_flight",
  "held",
  "delivered",
  "confirmed",
  "dead",
  "skipped",
  "cancelled",
] as const;

/** Where leads may stand; the API's words. */
export const standWords = [
  "undelivered",
  "waiting",
  "held",
  "dead",
  "delivered",
  "unconfirmed",
  "unsent",
] as const;

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
