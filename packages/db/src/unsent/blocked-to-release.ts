import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { BlockedIpLeadsTable } from "../tables/blocked-ip-leads-table.ts";

/** These submissions of a client that came from a blocked address, let through since or not, in no order. */
export function blockedToRelease(
  scope: Scope,
  clientId: string,
  ids: readonly string[],
): Statement<BlockedIpLeadsTable[]> {
  requireClient(scope, clientId);
  const query = sql<BlockedIpLeadsTable>`
    SELECT b.* FROM json_each(${JSON.stringify(ids)}) AS j
    CROSS JOIN blocked_ip_leads AS b ON b.client_id = ${clientId} AND b.public_id = j.value`;
  return rowsOf(query.compile(queries), (row) => row);
}
