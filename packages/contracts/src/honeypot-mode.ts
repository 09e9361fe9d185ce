/**
 * What becomes of a submission whose honeypot is filled. `log`: logged and dropped · `quarantine`: kept apart for 30 days, for a person to
 * release, and dropped where it reaches nobody · `off`: let through as a bot's.
 */
export const honeypotModes = ["log", "quarantine", "off"] as const;
export type HoneypotMode = (typeof honeypotModes)[number];
