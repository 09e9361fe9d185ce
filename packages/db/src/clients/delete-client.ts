import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

/** Names a client to delete; `now` in milliseconds UTC. */
export interface ClientToDelete {
  id: string;
  now: number;
}

/**
 * Deletes a client with its forms and destinations; the rows stay, and their leads. What the edge and KV know of them is stale then,
 * to be withdrawn. Every version moves on, so that nothing published meanwhile counts as current.
 */
export function deleteClient(
  scope: OperatorScope,
  { id, now }: ClientToDelete,
): readonly [Statement<number>, Statement<number>, Statement<number>, Statement<number>] {
  requireClient(scope, id);
  const goneNow = sql`deleted_at = ${now}, updated_at = max(updated_at + 1, ${now})`;
  return [
    write(
      sql`
      UPDATE clients SET ${goneNow}, direct_config_stale = 1 WHERE id = ${id} AND deleted_at IS NULL`.compile(
        queries,
      ),
    ),
    write(
      sql`
      UPDATE forms SET ${goneNow}, snapshot_stale = 1 WHERE client_id = ${id} AND deleted_at IS NULL`.compile(
        queries,
      ),
    ),
    write(
      sql`
      UPDATE destinations SET ${goneNow} WHERE client_id = ${id} AND deleted_at IS NULL`.compile(queries),
    ),
    write(sql`DELETE FROM destination_health WHERE client_id = ${id}`.compile(queries)),
  ];
}
