import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { SourcesTable } from "../tables/sources-table.ts";

/** Of each source so many leads are looked at. */
const mostTimes = 10;

/** Sources that take leads. */
export function watchedSources(
  scope: OperatorScope,
  limit: number,
): Statement<Pick<SourcesTable, "id" | "client_id" | "name">[]> {
  const query = sql<Pick<SourcesTable, "id" | "client_id" | "name">>`
    SELECT id, client_id, name FROM sources
    WHERE ${inScope(scope, "client_id")} AND enabled = 1 AND deleted_at IS NULL LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** When the newest leads of each of these sources came, ms UTC, newest first. */
export function newestTimes(
  scope: OperatorScope,
  sourceIds: readonly string[],
): Statement<{ source_id: string; times: number[] }[]> {
  const query = sql<{ source_id: string; times_json: string }>`
    SELECT j.value AS source_id, (
      SELECT json_group_array(received_at) FROM (
        SELECT received_at FROM source_leads
        WHERE source_id = j.value AND ${inScope(scope, "client_id")} ORDER BY received_at DESC LIMIT ${mostTimes})) AS times_json
    FROM json_each(${JSON.stringify(sourceIds)}) AS j`;
  return rowsOf(query.compile(queries), ({ source_id, times_json }) => ({
    source_id,
    times: JSON.parse(times_json) as number[],
  }));
}
