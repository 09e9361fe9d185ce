import type { DecisionTrace } from "@leadrelay/core/decide/decision-trace";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import type { Lead } from "@leadrelay/db/leads/lead";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";

/** A lead that this one was not taken for. */
interface Resembling {
  lead_id: string;
  kind: DecisionTrace["passed_over"][number]["kind"];
  differs: DecisionTrace["passed_over"][number]["differs"][number][];
}

/** The leads that were passed over when its submissions were decided, by their traces; each once. */
export function resembling(lead: Lead, submissions: readonly ListedSubmission[]): Resembling[] {
  const found = submissions.flatMap((submission) =>
    (traceOf(submission)?.passed_over ?? []).map(
      ({ kind, lead: { public_id }, differs }): [string, Resembling] => [
        public_id,
        { lead_id: public_id, kind, differs: [...differs] },
      ],
    ),
  );
  return [...new Map(found).values()].filter(({ lead_id }) => lead_id !== lead.public_id);
}

/** Why a submission was decided so; undefined where that was not kept. */
export const traceOf = (submission: ListedSubmission | undefined): DecisionTrace | undefined =>
  submission === undefined ? undefined : parseTrace(submission);
