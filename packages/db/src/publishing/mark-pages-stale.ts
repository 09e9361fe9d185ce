import { sql } from "kysely";
import { requireAgency } from "../scope/require-agency.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** Has the pages of an agency's forms published anew: they say its name and wear its hue. The sweep does it, within a minute or two. */
export function markPagesStale(scope: OperatorScope, agencyId: string): Statement<number> {
  if (!scope.isInstallation) requireAgency(scope, agencyId);
  const query = sql`
    UPDATE forms SET snapshot_stale = 1
    WHERE client_id IN (SELECT id FROM clients WHERE agency_id = ${agencyId}) AND hosted_page_json IS NOT NULL AND deleted_at IS NULL`;
  return write(query.compile(queries));
}
