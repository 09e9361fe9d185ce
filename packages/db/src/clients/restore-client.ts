import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Brings back a client with those forms and destinations that were deleted together with it. What the edge and KV must know of them is stale
 * then, to be published; every version moves on. Times in ms.
 */
export function restoreClient(
  scope: OperatorScope,
  { id, deletedAt, now }: { id: string; deletedAt: number; now: number },
): readonly [Statement<number>, Statement<number>, Statement<number>] {
  requireClient(scope, id);
  const backNow = sql`deleted_at = NULL, updated_at = max(updated_at + 1, ${now})`;
  return [
    write(
      sql`UPDATE clients SET ${backNow}, direct_config_stale = 1 WHERE id = ${id} AND deleted_at = ${deletedAt}`.compile(
        queries,
      ),
    ),
    write(
      sql`UPDATE forms SET ${backNow}, snapshot_stale = 1 WHERE client_id = ${id} AND deleted_at = ${deletedAt}`.compile(
        queries,
      ),
    ),
    write(
      sql`UPDATE destinations SET ${backNow}, forgotten_at = NULL WHERE client_id = ${id} AND deleted_at = ${deletedAt}`.compile(
        queries,
      ),
    ),
  ];
}
