import type { BlockedRow } from "@leadrelay/core/decide/commit-plan";

/** What was posted from blocked addresses; what was released stays, for the audit. */
export interface BlockedIpLeadsTable extends BlockedRow {
  /** When somebody let it through on purpose, ms UTC. */
  released_at: number | null;
  /** An operator's or a key's id. */
  released_by: string | null;
}
