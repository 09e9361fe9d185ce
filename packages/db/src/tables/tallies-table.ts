import type { Tally } from "@leadrelay/core/tallies/tally";

/** What is counted for decisions: `count` so far. */
export type TalliesTable = Tally;
