import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** What a client's leads are judged by; both JSON columns as they are stored. */
export interface ClientPolicyRow {
  id: string;
  test_strings_json: string;
  suspicion_weights_json: string;
}

/** Clients by id, deleted ones too. */
export const clientPolicies = (
  _scope: PipelineScope,
  clientIds: readonly string[],
): Statement<ClientPolicyRow[]> =>
  rowsOf(
    sql<ClientPolicyRow>`
      SELECT c.id, c.test_strings_json, c.suspicion_weights_json
      FROM json_each(${JSON.stringify(clientIds)}) AS j CROSS JOIN clients AS c ON c.id = j.value`.compile(
      queries,
    ),
    (row) => row,
  );
