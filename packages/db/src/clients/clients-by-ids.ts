import { sql, type Selectable } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { ClientsTable } from "../tables/clients-table.ts";
import { requireClient } from "../scope/require-client.ts";

/** A client as people see it. Times in ms. */
export interface ClientDetails {
  id: string;
  agency_id: string;
  name: string;
  test_strings: string[];
  suspicion_weights: Record<string, number>;
  stages: string[];
  /** An IANA name; null: nobody said. */
  time_zone: string | null;
  /** ISO 3166, of phone numbers without a country code where the form names no region; null: nobody said. */
  phone_country: string | null;
  /** What its leads need while D1 is away has yet to be published. */
  direct_config_stale: boolean;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

/** These clients of the scope, in the order their ids are given; two reads each. */
export function clientsByIds(scope: OperatorScope, ids: readonly string[]): Statement<ClientDetails[]> {
  for (const id of ids) requireClient(scope, id);
  const query = sql<Selectable<ClientsTable>>`
    SELECT c.* FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN clients AS c ON c.id = wanted.value`;
  return rowsOf(query.compile(queries), toClient);
}

const toClient = (row: Selectable<ClientsTable>): ClientDetails => ({
  id: row.id,
  agency_id: row.agency_id,
  name: row.name,
  test_strings: JSON.parse(row.test_strings_json) as string[],
  suspicion_weights: JSON.parse(row.suspicion_weights_json) as Record<string, number>,
  stages: JSON.parse(row.stages_json) as string[],
  time_zone: row.time_zone,
  phone_country: row.phone_country,
  direct_config_stale: row.direct_config_stale === 1,
  created_at: row.created_at,
  updated_at: row.updated_at,
  deleted_at: row.deleted_at,
});
