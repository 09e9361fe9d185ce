import type { Flag } from "./flag.ts";

/** Never holds a row: its CHECK aborts a commit. */
export interface CommitGuardTable {
  unchanged: Flag;
}
