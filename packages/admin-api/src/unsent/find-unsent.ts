import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { unsentRule } from "@leadrelay/core/decide/unsent-rule";
import { findQuarantined } from "@leadrelay/db/quarantine/find-quarantined";
import { runBatch } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { findBlocked } from "@leadrelay/db/submissions/blocked-submissions";
import { findSubmission, type StoredSubmission } from "@leadrelay/db/submissions/find-submission";
import type { AdminDependencies } from "../dependencies.ts";
import { scopedDatabases } from "../lead-databases/scoped-databases.ts";
import { notFound } from "../problems/api-problem.ts";
import type { Unsent } from "./to-unsent.ts";

/**
 * The submission with this id, if nothing of it was sent, or it was released since. Throws the 404 of any other, which also hides other
 * tenants.
 */
export async function findUnsent(
  id: string,
  scope: OperatorScope,
  dependencies: Pick<AdminDependencies, "leadDatabase" | "leadDatabaseNames">,
): Promise<Unsent> {
  const read = await Promise.all(
    scopedDatabases(scope, dependencies).map(({ database, clientIds }) =>
      runBatch(dependencies.leadDatabase(database), [
        findSubmission(scope, clientIds, id),
        findBlocked(scope, clientIds, id),
        findQuarantined(scope, clientIds, id),
      ]),
    ),
  );
  const [stored] = read.flatMap(([found]) => found);
  const [blocked] = read.flatMap(([, found]) => found);
  const [quarantined] = read.flatMap(([, , found]) => found);
  const rule = stored === undefined ? null : ruleOf(stored);
  // What stood apart and was let through may be a duplicate since: that counts.
  if (stored !== undefined && rule !== null) return { kind: "stored", rule, row: stored };
  const leadId = stored?.lead_public_id ?? null;
  if (blocked !== undefined) return { kind: "blocked", rule: "blocked", row: blocked, leadId };
  if (quarantined !== undefined)
    return { kind: "quarantined", rule: "quarantined", row: quarantined, leadId };
  throw notFound("unsent submission");
}

/** A released one has its mark no more, but still the trace that it was made of. */
function ruleOf(row: StoredSubmission): Unsent["rule"] | null {
  if (row.released_at === null) return row.unsent;
  const trace = parseTrace(row);
  return trace === undefined
    ? "no_destination"
    : unsentRule({ verdict: trace, test: trace.test }, 0, trace.destinations);
}
