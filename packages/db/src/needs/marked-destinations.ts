import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { mostLookedAt } from "./troubled-destinations.ts";

/** A destination about which something was noted in its client's database. */
export interface MarkedDestination {
  id: string;
  client_id: string;
  count: number;
  /** ms. */
  since: number;
}

/** Those of these clients that answered as they never did, through `signals_of_client`: each once, in however many ways. */
export function suspectDestinations(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<MarkedDestination[]> {
  requireClients(scope, clientIds);
  const query = sql<MarkedDestination>`
    SELECT id, client_id, sum(count) AS count, min(since) AS since FROM (
      SELECT s.destination_id AS id, s.client_id, max(1, s.count) AS count, s.raised_at AS since
      FROM ${jsonValues(clientIds)} AS c CROSS JOIN signals AS s INDEXED BY signals_of_client
      ON s.client_id = c.value AND s.type = 'delivery.suspect' LIMIT ${mostLookedAt}) AS found
    GROUP BY id, client_id`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** Those of these clients that hold leads because of their limits, as `heldSubject` marks them: each once, of however many sources. */
export function fullDestinations(
  scope: OperatorScope,
  clientIds: readonly string[],
): Statement<Pick<MarkedDestination, "id" | "client_id">[]> {
  requireClients(scope, clientIds);
  const marked = sql`substr(t.subject, 6)`;
  const query = sql<Pick<MarkedDestination, "id" | "client_id">>`
    SELECT DISTINCT substr(${marked}, 1, instr(${marked} || ':', ':') - 1) AS id, t.client_id
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN tallies AS t
    ON t.client_id = c.value AND t.subject >= 'held:' AND t.subject < 'held;'
    WHERE t.count > 0 LIMIT ${mostLookedAt}`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** Whether any of these clients has a lead at all. */
export function haveLeads(scope: OperatorScope, clientIds: readonly string[]): Statement<boolean[]> {
  requireClients(scope, clientIds);
  const query = sql`
    SELECT EXISTS (SELECT 1 FROM ${jsonValues(clientIds)} AS c CROSS JOIN lead_submissions AS s ON s.client_id = c.value) AS found`;
  return rowsOf(query.compile(queries), (row) => (row as { found: 0 | 1 }).found === 1);
}
