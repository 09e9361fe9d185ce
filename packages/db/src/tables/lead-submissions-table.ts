import type { SubmissionRow } from "@leadrelay/core/decide/commit-plan";

/** One POST each; what was released has its mark `unsent` no more. */
export interface LeadSubmissionsTable extends SubmissionRow {
  /** When somebody sent it on purpose, ms UTC. */
  released_at: number | null;
  /** An operator's or a key's id. */
  released_by: string | null;
}
