import type { QuarantinedRow } from "@leadrelay/core/decide/commit-plan";

/** What a commit writes, and what came of it. Times in ms. */
export interface QuarantinedSubmissionsTable extends QuarantinedRow {
  /** null: still kept. */
  released_at: number | null;
  /** null also where the commit of what was released said so first. */
  released_by: string | null;
}
