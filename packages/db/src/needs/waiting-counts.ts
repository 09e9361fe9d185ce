import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** How many of something there are, counted no further than asked; since when the oldest, ms. */
export interface WaitingCount {
  id: string;
  count: number;
  oldest: number | null;
}

/** What waits for each of these destinations or is held for it, of those that are their clients', through `deliveries_due`. */
export function waitingCounts(
  scope: OperatorScope,
  destinations: readonly { id: string; client_id: string }[],
  most: number,
): Statement<WaitingCount[]> {
  requireClients(
    scope,
    destinations.map(({ client_id }) => client_id),
  );
  const query = sql<WaitingCount>`
    SELECT wanted.value AS id, (
      SELECT count(*) FROM (SELECT 1 FROM deliveries
        WHERE settled_at IS NULL AND destination_id = wanted.value LIMIT ${most})) AS count, NULL AS oldest
    FROM ${jsonValues(destinations.map(({ id }) => id))} AS wanted`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** What is quarantined of each of these clients and nobody released, through `quarantined_submissions_waiting`; those with any. */
export function quarantinedCounts(
  scope: OperatorScope,
  clientIds: readonly string[],
  most: number,
): Statement<WaitingCount[]> {
  requireClients(scope, clientIds);
  return counted(clientIds, sql`quarantined_submissions INDEXED BY quarantined_submissions_waiting`, {
    where: sql`released_at IS NULL`,
    most,
  });
}

/** New leads of each of these clients since then (ms) that no destination took, through `lead_submissions_to_nobody`; those with any. */
export function toNobodyCounts(
  scope: OperatorScope,
  clientIds: readonly string[],
  { since, most }: { since: number; most: number },
): Statement<WaitingCount[]> {
  requireClients(scope, clientIds);
  return counted(clientIds, sql`lead_submissions INDEXED BY lead_submissions_to_nobody`, {
    where: sql`unsent = 'no_destination' AND outcome = 'new_lead' AND submitted_at >= ${since}`,
    most,
  });
}

type Sql = ReturnType<typeof sql>;

const counted = (
  clientIds: readonly string[],
  table: Sql,
  { where, most }: { where: Sql; most: number },
): Statement<WaitingCount[]> =>
  rowsOf(
    sql<{ id: string; found: string }>`
      SELECT c.value AS id, (
        SELECT json_object('count', count(*), 'oldest', min(submitted_at)) FROM (
          SELECT submitted_at FROM ${table} WHERE client_id = c.value AND ${where} ORDER BY submitted_at LIMIT ${most})) AS found
      FROM ${jsonValues(clientIds)} AS c`.compile(queries),
    ({ id, found }) => ({ id, ...(JSON.parse(found) as Omit<WaitingCount, "id">) }),
  );
