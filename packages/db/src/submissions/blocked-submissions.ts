import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { BlockedIpLeadsTable } from "../tables/blocked-ip-leads-table.ts";

/** A place among blocked submissions, newest first. Their ids are no two clients'. */
export type BlockedKey = readonly [submittedAt: number, publicId: string];

/** What was posted from a blocked address, newest first, at most `perClient` of each client. */
export function newestBlocked(
  scope: OperatorScope,
  clientIds: readonly string[],
  { since, after: [at, id], perClient }: { since: number; after: BlockedKey; perClient: number },
): Statement<BlockedIpLeadsTable[]> {
  requireClients(scope, clientIds);
  const query = sql<BlockedIpLeadsTable>`
    SELECT b.* FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(public_id) FROM (
        SELECT public_id FROM blocked_ip_leads
        WHERE client_id = c.value AND submitted_at >= ${since} AND (submitted_at, public_id) < (${at}, ${id})
        ORDER BY submitted_at DESC, public_id DESC LIMIT ${perClient})
    )) AS entry CROSS JOIN blocked_ip_leads AS b ON b.client_id = c.value AND b.public_id = entry.value`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** The blocked submission of one of these clients with this id, if there is one. */
export function findBlocked(
  scope: OperatorScope,
  clientIds: readonly string[],
  publicId: string,
): Statement<BlockedIpLeadsTable[]> {
  requireClients(scope, clientIds);
  const query = sql<BlockedIpLeadsTable>`
    SELECT b.* FROM ${jsonValues(clientIds)} AS c
    CROSS JOIN blocked_ip_leads AS b ON b.client_id = c.value AND b.public_id = ${publicId}`;
  return rowsOf(query.compile(queries), (row) => row);
}
