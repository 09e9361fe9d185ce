import type { OperatorScope } from "@leadrelay/db/scope";
import { findSubmission, type StoredSubmission } from "@leadrelay/db/submissions/find-submission";
import type { AdminDependencies } from "../dependencies.ts";
import { notFound } from "../problems/api-problem.ts";
import { askLeadDatabases } from "../lead-databases/ask-lead-databases.ts";

/** The submission with this id, wherever it lies. Throws the 404 that hides other tenants. */
export async function readSubmission(
  id: string,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase">,
): Promise<StoredSubmission> {
  const found = await askLeadDatabases(scope, dependencies, (ids) => findSubmission(scope, ids, id));
  const [submission] = found.flat();
  if (submission === undefined) throw notFound("stored submission");
  return submission;
}
