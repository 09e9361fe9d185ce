import { readAfterDelivery, type AfterDelivery } from "@leadrelay/contracts/after-delivery";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { ClientCallbacksTable } from "../tables/client-callbacks-table.ts";

/** What a callback of a client is judged by; deleted clients are absent. */
export interface CallbackClient {
  id: string;
  database: string;
  stages: string[];
  /** What its destinations must say, and may give back, by their ids; those of which nothing is asked are absent. */
  rules: ReadonlyMap<string, AfterDelivery>;
  callbacks: Pick<
    ClientCallbacksTable,
    "callback_key" | "secret_hash" | "previous_hash" | "previous_until"
  > | null;
}

interface Row {
  id: string;
  database: string;
  stages_json: string;
  rules: string;
  callbacks: string | null;
}

const columns = sql`
  c.id, c.database_binding AS database, c.stages_json, (
    SELECT json_group_object(id, confirm_json) FROM destinations AS d WHERE d.client_id = c.id AND confirm_json IS NOT NULL) AS rules, (
    SELECT json_object('callback_key', callback_key, 'secret_hash', secret_hash, 'previous_hash', previous_hash,
      'previous_until', previous_until)
    FROM client_callbacks AS k WHERE k.client_id = c.id) AS callbacks`;

const toClient = ({ stages_json, rules, callbacks, ...row }: Row): CallbackClient => ({
  ...row,
  rules: new Map(
    Object.entries(JSON.parse(rules) as Record<string, string>).map(([id, json]) => [
      id,
      readAfterDelivery(json),
    ]),
  ),
  stages: JSON.parse(stages_json) as string[],
  callbacks: callbacks === null ? null : (JSON.parse(callbacks) as CallbackClient["callbacks"]),
});

/** Clients by their ids, by their callback keys, and by their destinations. */
export function callbackClients(
  _scope: PipelineScope,
  {
    ids,
    keys,
    destinationIds,
  }: { ids: readonly string[]; keys: readonly string[]; destinationIds: readonly string[] },
): Statement<CallbackClient[]> {
  const query = sql<Row>`
    SELECT ${columns} FROM (
      SELECT value AS id FROM json_each(${JSON.stringify(ids)})
      UNION SELECT client_id FROM json_each(${JSON.stringify(keys)}) AS j CROSS JOIN client_callbacks ON callback_key = j.value
      UNION SELECT client_id FROM json_each(${JSON.stringify(destinationIds)}) AS j CROSS JOIN destinations AS d ON d.id = j.value
    ) AS wanted CROSS JOIN clients AS c ON c.id = wanted.id
    WHERE c.deleted_at IS NULL`;
  return rowsOf(query.compile(queries), toClient);
}
