import { tallyKey, type Tallies } from "@leadrelay/core/tallies/tally";
import { sql } from "kysely";
import type { Scope } from "../scope.ts";
import { requireClient } from "../scope/require-client.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { TalliesTable } from "../tables/tallies-table.ts";

/** D1 binds a hundred parameters (developers.cloudflare.com/d1/platform/limits); one is the time. */
const mostParameters = 90;

/** All that is counted for these clients in periods that are not over at `nowMs`. A client of whom nothing is counted costs no row read. */
export function currentTallies(
  scope: Scope,
  clientIds: readonly string[],
  nowMs: number,
): Statement<Tallies> {
  if (scope.kind === "operator") for (const id of clientIds) requireClient(scope, id);
  // D1 counts each element of a JSON as a row read, and a parameter as none.
  const ids =
    clientIds.length <= mostParameters
      ? sql`(${sql.join(clientIds)})`
      : sql`(SELECT value FROM json_each(${JSON.stringify(clientIds)}))`;
  const query = sql<Pick<TalliesTable, "subject" | "period" | "count">>`
    SELECT subject, period, count FROM tallies
    WHERE client_id IN ${ids} AND (ends_at IS NULL OR ends_at > ${nowMs})`.compile(queries);
  const rows = rowsOf(query, ({ subject, period, count }) => [tallyKey(subject, period), count] as const);
  return mapResult(rows, (counts) => new Map(counts));
}
