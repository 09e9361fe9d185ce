import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { SourcesTable } from "../tables/sources-table.ts";
import { toSource, type SourceDetails } from "./source.ts";

/** The source with this id, deleted or not, if its client is in the scope. */
export const findSource = (scope: OperatorScope, id: string): Statement<SourceDetails[]> =>
  rowsOf(
    sql<SourcesTable>`
      SELECT * FROM sources WHERE id = ${id}
        AND ${inScope(scope, "client_id")}`.compile(queries),
    toSource,
  );
