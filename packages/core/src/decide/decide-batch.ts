import type { CommitPlan } from "./commit-plan.ts";
import { blockedRow } from "./blocked-row.ts";
import { decideSubmission } from "./decide-submission.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { Facts } from "./facts.ts";
import type { Submission } from "../identity/submission.ts";
import { quarantinedRow } from "./quarantined-row.ts";
import { openWorkingState, type WorkingState } from "./working-state.ts";

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
    decideOne(submission, facts, context, state);
  }
  return state.finish();
}

/** A blocked address keeps all of it apart, also what would be quarantined, or was; but not what a person let through. */
function decideOne(
  submission: Submission,
  facts: Facts,
  context: DecisionContext,
  state: WorkingState,
): void {
  const { client_id, submission_id, quarantine, block_lifted } = submission;
  const cidr = block_lifted ? undefined : facts.blocked.get(submission_id);
  if (quarantine?.kind === "released") state.plan.released.push({ client_id, public_id: submission_id });
  if (cidr !== undefined) state.plan.blocked.push(blockedRow(submission, cidr));
  else if (quarantine?.kind === "kept") state.plan.quarantined.push(quarantinedRow(submission, quarantine));
  else decideSubmission(submission, facts, context, state);
}

const byArrival = (a: Submission, b: Submission) =>
  a.received_at - b.received_at || (a.submission_id < b.submission_id ? -1 : 1);
