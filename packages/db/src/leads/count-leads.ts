import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, write, type Statement } from "../statement.ts";
import type { LeadStagesTable, LeadTotalsTable } from "../tables/lead-stages-table.ts";

/** How many leads of a client stand at each stage that somebody moved them to. */
export function movedLeads(
  scope: OperatorScope,
  clientId: string,
): Statement<Pick<LeadStagesTable, "is_test" | "status" | "leads">[]> {
  requireClient(scope, clientId);
  return rowsOf(
    sql<LeadStagesTable>`SELECT is_test, status, leads FROM lead_stages WHERE client_id = ${clientId} AND leads > 0`.compile(
      queries,
    ),
    (row) => row,
  );
}

/** How many leads were counted. */
export function countedLeads(
  scope: OperatorScope,
  clientId: string,
): Statement<Pick<LeadTotalsTable, "is_test" | "leads">[]> {
  requireClient(scope, clientId);
  return rowsOf(
    sql<LeadTotalsTable>`SELECT is_test, leads FROM lead_totals WHERE client_id = ${clientId}`.compile(
      queries,
    ),
    (row) => row,
  );
}

/** Leads that came behind those. */
export interface UncountedLeads {
  found: number;
  tests: number;
  /** The public id of the last of them; null: there are none. */
  last: string | null;
}

/** Those behind what was counted, the first `most` of them. */
export function uncountedLeads(
  scope: OperatorScope,
  clientId: string,
  most: number,
): Statement<UncountedLeads> {
  requireClient(scope, clientId);
  const rows = rowsOf(
    sql<UncountedLeads>`
      SELECT count(*) AS found, coalesce(sum(is_test), 0) AS tests, max(public_id) AS last FROM (
        SELECT l.public_id, l.is_test FROM leads AS l
        WHERE l.client_id = ${clientId} AND l.public_id > ${countedTo(clientId)}
        ORDER BY l.public_id LIMIT ${most}) AS found`.compile(queries),
    (row) => row,
  );
  return mapResult(rows, ([row]) => row ?? { found: 0, tests: 0, last: null });
}

/** Counts on up to this public id: once, whoever else does so at the same time. */
export function countOn(scope: OperatorScope, clientId: string, to: string): Statement<number> {
  requireClient(scope, clientId);
  return write(
    sql`
      INSERT INTO lead_totals (client_id, is_test, leads, counted_to)
      SELECT ${clientId}, held.value, (
        SELECT count(*) FROM leads AS l
        WHERE l.client_id = ${clientId} AND l.public_id > ${countedTo(clientId)} AND l.public_id <= ${to} AND l.is_test = held.value
      ), ${to}
      FROM json_each('[0,1]') AS held WHERE true
      ON CONFLICT DO UPDATE SET leads = lead_totals.leads + excluded.leads, counted_to = excluded.counted_to
      WHERE excluded.counted_to > lead_totals.counted_to`.compile(queries),
  );
}

const countedTo = (clientId: string) =>
  sql`(SELECT coalesce(max(t.counted_to), '') FROM lead_totals AS t WHERE t.client_id = ${clientId})`;
