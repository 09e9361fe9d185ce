import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Names a quarantined submission. */
export interface QuarantineKey {
  client_id: string;
  public_id: string;
}

/** Says of quarantined submissions that they were released; those that say so already stay as they are. Counts those it changed. */
export function markReleased(
  scope: Scope,
  keys: readonly QuarantineKey[],
  nowMs: number,
  by: string | null = null,
): Statement<number>[] {
  if (keys.length === 0) return [];
  for (const { client_id } of keys) requireClient(scope, client_id);
  const wanted = jsonValues(keys.map(({ client_id, public_id }) => [client_id, public_id]));
  return [
    write(
      sql`
        UPDATE quarantined_submissions SET released_at = ${nowMs}, released_by = ${by}
        WHERE released_at IS NULL AND (client_id, public_id) IN (SELECT value ->> 0, value ->> 1 FROM ${wanted})`.compile(
        queries,
      ),
    ),
  ];
}
