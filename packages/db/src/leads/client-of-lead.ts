import { sql } from "kysely";
import { clientIdsOf, type OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Whose lead this is, by its public id, if it is in this database and in the scope. */
export const clientOfLead = (scope: OperatorScope, publicId: string): Statement<string[]> =>
  rowsOf(
    sql<{ client_id: string }>`
      SELECT client_id FROM json_each(${JSON.stringify(clientIdsOf(scope))}) AS wanted
      CROSS JOIN leads ON leads.client_id = wanted.value AND leads.public_id = ${publicId}`.compile(queries),
    ({ client_id }) => client_id,
  );
