import type { CommitPlan } from "./commit-plan.ts";
import { blockedRow } from "./blocked-row.ts";
import { decideSubmission } from "./decide-submission.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { Facts } from "./facts.ts";
import type { Submission } from "../identity/submission.ts";
import { openWorkingState } from "./working-state.ts";

/**
 * Decides a batch purely and in order of arrival, so that two posts of one person see each other.
 * A submission already stored, or twice in the batch, adds nothing.
 */
export function decideBatch(
  submissions: readonly Submission[],
  facts: Facts,
  context: DecisionContext,
): CommitPlan {
  const state = openWorkingState(facts);
  for (const submission of submissions.toSorted(byArrival)) {
    if (state.isStored(submission.submission_id)) continue;
    state.markStored(submission.submission_id);
    const cidr = facts.blocked.get(submission.submission_id);
    if (cidr === undefined) decideSubmission(submission, facts, context, state);
    else state.plan.blocked.push(blockedRow(submission, cidr));
  }
  return state.finish();
}

const byArrival = (a: Submission, b: Submission) =>
  a.received_at - b.received_at || (a.submission_id < b.submission_id ? -1 : 1);
