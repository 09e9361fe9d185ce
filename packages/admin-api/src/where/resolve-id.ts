import type { LetterRow } from "@leadrelay/db/dead-letters/letter-columns";
import { lettersByIds } from "@leadrelay/db/dead-letters/letters-by-ids";
import { findLead } from "@leadrelay/db/leads/find-lead";
import type { Lead } from "@leadrelay/db/leads/lead";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { submissionOfDelivery } from "@leadrelay/db/submissions/submission-of-delivery";
import type { AdminDependencies } from "../dependencies.ts";
import { scopedDatabases } from "../lead-databases/scoped-databases.ts";

/** What an id names; one that nothing in D1 has may be a submission's that is not stored. */
export type Named =
  | { kind: "lead"; lead: Lead }
  | { kind: "letter"; letter: LetterRow }
  | { kind: "submission"; submissionId: string; deliveryId: string | null };

/** Finds out what an id names. A letter about a submission, or of a delivery, stands for these. */
export async function resolveId(
  id: string,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<Named> {
  const read = await Promise.all(
    scopedDatabases(scope, dependencies).map(({ database, clientIds }) =>
      runBatch(dependencies.leadDatabase(database), [
        findLead(scope, clientIds, id),
        submissionOfDelivery(scope, id),
        lettersByIds(scope, [id]),
      ]),
    ),
  );
  const [lead] = read.flatMap(([leads]) => leads);
  if (lead !== undefined) return { kind: "lead", lead };
  const [origin] = read.flatMap(([, origins]) => origins);
  if (origin !== undefined) return { kind: "submission", submissionId: origin.submission_id, deliveryId: id };
  const [letter] = read.flatMap(([, , letters]) => letters);
  if (letter === undefined) return { kind: "submission", submissionId: id, deliveryId: null };
  return letter.submission_id === null
    ? { kind: "letter", letter }
    : { kind: "submission", submissionId: letter.submission_id, deliveryId: null };
}
