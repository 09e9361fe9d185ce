import { tallyKey, type Tallies } from "@leadrelay/core/tallies/tally";
import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import type { TalliesTable } from "../tables/tallies-table.ts";

/** What is counted of a client whose route this is, its members' caps among it. A row read for each count. */
export function talliesOfClient(scope: OperatorScope, clientId: string, nowMs: number): Statement<Tallies> {
  requireClient(scope, clientId);
  const query = sql<Pick<TalliesTable, "subject" | "period" | "count">>`
    SELECT subject, period, count FROM tallies
    WHERE client_id = ${clientId} AND (ends_at IS NULL OR ends_at > ${nowMs})`.compile(queries);
  const rows = rowsOf(query, ({ subject, period, count }) => [tallyKey(subject, period), count] as const);
  return mapResult(rows, (counts) => new Map(counts));
}
