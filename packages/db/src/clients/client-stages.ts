import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { requireClients } from "../scope/require-client.ts";

/** The names of these clients, and their pipelines, each in order. */
export function clientStages(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<{ id: string; name: string; stages: string[] }[]> {
  requireClients(scope, clientIds);
  const query = sql<{ id: string; name: string; stages_json: string }>`
    SELECT clients.id, clients.name, clients.stages_json
    FROM ${jsonValues(clientIds)} AS wanted CROSS JOIN clients ON clients.id = wanted.value`;
  return rowsOf(query.compile(queries), ({ id, name, stages_json }) => ({
    id,
    name,
    stages: JSON.parse(stages_json) as string[],
  }));
}
