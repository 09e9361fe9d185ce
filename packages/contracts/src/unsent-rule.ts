/** Why a repeat is not sent, by the rule that called it one. */
export const duplicateRules = ["duplicate_window", "reengage_wait", "reengage_off"] as const;

/**
 * Why nothing of a submission was sent. `test`: it is one, and no destination takes those · `filtered`: it does not pass the filter of any that would take it · `no_destination`: none takes what it made ·
 * `blocked`: its address is on the client's list · `quarantined`: its honeypot is filled, and the form keeps those apart.
 */
export const unsentRules = [
  ...duplicateRules,
  "test",
  "filtered",
  "no_destination",
  "blocked",
  "quarantined",
] as const;
export type UnsentRule = (typeof unsentRules)[number];

/** Why nothing was sent of a submission that is stored as a lead's. */
export type StoredUnsentRule = Exclude<UnsentRule, "blocked" | "quarantined">;

/** What a list or a release of them may be narrowed to; `duplicate` stands for its three rules. */
export const unsentRuleFilters = [...unsentRules, "duplicate"] as const;
export type UnsentRuleFilter = (typeof unsentRuleFilters)[number];
