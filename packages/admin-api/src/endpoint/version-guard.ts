import { requireVersion, type VersionedTable } from "@leadrelay/db/scope/require-version";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { apiProblem } from "../problems/api-problem.ts";

/**
 * The guard of a change to a row that two people may edit, and the row's next version. Throws the 412 when it is no longer the
 * version the caller read; the guard catches who comes in between.
 * @param expected null: whatever version there is
 */
export function versionGuard(
  scope: OperatorScope,
  table: VersionedTable,
  row: { id: string; updated_at: number },
  expected: number | null,
  nowMs: number,
): { statement: Statement<number>; version: number } {
  if (expected !== null && expected !== row.updated_at)
    throw apiProblem("changed-meanwhile", "Read it again, look at what changed, and repeat your change.");
  return {
    statement: requireVersion(scope, table, row.id, row.updated_at),
    version: Math.max(nowMs, row.updated_at + 1),
  };
}
