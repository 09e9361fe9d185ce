import type { Role } from "@leadrelay/contracts/roles";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** One client that a membership reaches; `client_id` null where an agency has none yet. */
export interface GrantRow {
  role: Role;
  agency_id: string;
  is_installation: 0 | 1;
  client_id: string | null;
  database: string | null;
}

/** All that an operator's memberships reach. It makes scopes, so none can be asked of it. Deleted clients stay visible: their leads do. */
export const findGrants = (_scope: PipelineScope, operatorId: string): Statement<GrantRow[]> =>
  rowsOf(
    sql<GrantRow>`
      SELECT m.role, m.agency_id, a.is_installation, c.id AS client_id, c.database_binding AS database
      FROM memberships AS m CROSS JOIN agencies AS a ON a.id = m.agency_id LEFT JOIN clients AS c ON c.agency_id = a.id
      WHERE m.operator_id = ${operatorId} AND m.client_id = '' AND a.deleted_at IS NULL
      UNION ALL
      SELECT m.role, m.agency_id, a.is_installation, c.id, c.database_binding
      FROM memberships AS m CROSS JOIN agencies AS a ON a.id = m.agency_id CROSS JOIN clients AS c ON c.id = m.client_id
      WHERE m.operator_id = ${operatorId} AND m.client_id <> '' AND a.deleted_at IS NULL`.compile(queries),
    (row) => row,
  );
