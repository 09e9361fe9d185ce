import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/**
 * Has those of the client's forms published anew that read phone numbers as the client says. Their versions move on, so that a sweep that
 * read them before does not settle them. @param now ms UTC
 */
export function markPhoneCountryStale(
  scope: OperatorScope,
  clientId: string,
  now: number,
): Statement<number> {
  requireClient(scope, clientId);
  const query = sql`
    UPDATE forms SET snapshot_stale = 1, updated_at = max(updated_at + 1, ${now})
    WHERE client_id = ${clientId} AND default_region IS NULL AND deleted_at IS NULL`;
  return write(query.compile(queries));
}
