import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A route from whose members what waits too long goes on. */
export interface OverflowingRoute {
  id: string;
  client_id: string;
  /** Where its leads are. */
  database: string;
  overflow_minutes: number;
}

/** Routes that have leads go on after some time, in the order of their ids, behind one of them. Two rows read of each, none where nobody has any. */
export const overflowingRoutes = (
  _scope: PipelineScope,
  after: string,
  limit: number,
): Statement<OverflowingRoute[]> =>
  rowsOf(
    sql<OverflowingRoute>`
      SELECT routes.id, routes.client_id, clients.database_binding AS database, routes.overflow_minutes
      FROM routes INDEXED BY routes_overflowing CROSS JOIN clients ON clients.id = routes.client_id
      WHERE routes.overflow_minutes IS NOT NULL AND routes.deleted_at IS NULL AND routes.id > ${after}
        AND routes.mode <> 'all'
        AND clients.deleted_at IS NULL
      ORDER BY routes.id LIMIT ${limit}`.compile(queries),
    (row) => row,
  );
