import { leadOutcomes } from "./callback-limits.ts";

/** What statistics count of leads after they were taken: whether whoever took them confirmed it where that is asked, and what was told of them since. */
export const countedOutcomes = ["confirmed", "unconfirmed", ...leadOutcomes] as const;
export type CountedOutcome = (typeof countedOutcomes)[number];
