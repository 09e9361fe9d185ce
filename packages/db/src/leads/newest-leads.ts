import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { LeadsTable } from "../tables/leads-table.ts";
import { toLead, type Lead } from "./lead.ts";

/** A place among leads, newest first: a public id, which is a UUIDv7. */
export type NewestKey = readonly [publicId: string];

/** Leads of these clients, newest first (or oldest), at most `perClient` of each. */
export function newestLeads(
  scope: OperatorScope,
  clientIds: readonly string[],
  {
    after,
    perClient,
    isAscending = false,
  }: { after: NewestKey | null; perClient: number; isAscending?: boolean },
): Statement<Lead[]> {
  requireClients(scope, clientIds);
  // No public id is above "~".
  const [place] = after ?? [isAscending ? "" : "~"];
  const query = sql<LeadsTable>`
    SELECT l.* FROM ${jsonValues(clientIds)} AS c CROSS JOIN leads AS l ON l.id IN (
      SELECT listed.id FROM leads AS listed WHERE listed.client_id = c.value AND listed.public_id ${sql.raw(isAscending ? ">" : "<")} ${place}
      ORDER BY listed.public_id ${sql.raw(isAscending ? "ASC" : "DESC")} LIMIT ${perClient})`;
  return rowsOf(query.compile(queries), toLead);
}

/** Those of them that somebody moved to this stage, newest first; the index has none that nobody moved. */
export function leadsOfStage(
  scope: OperatorScope,
  clientIds: readonly string[],
  { status, after, perClient }: { status: string; after: NewestKey | null; perClient: number },
): Statement<Lead[]> {
  requireClients(scope, clientIds);
  const [before] = after ?? ["~"];
  const query = sql<LeadsTable>`
    SELECT l.* FROM ${jsonValues(clientIds)} AS c CROSS JOIN leads AS l ON l.id IN (
      SELECT listed.id FROM leads AS listed INDEXED BY leads_stage
      WHERE listed.client_id = c.value AND listed.status = ${status} AND listed.status <> 'new' AND listed.public_id < ${before}
      ORDER BY listed.public_id DESC LIMIT ${perClient})`;
  return rowsOf(query.compile(queries), toLead);
}
