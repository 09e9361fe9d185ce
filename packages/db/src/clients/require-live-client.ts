import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { requireClient } from "../scope/require-client.ts";

/** Aborts the batch when the client was deleted meanwhile: nothing is added to it any more. `classifyStorageError` calls that a conflict. */
export function requireLiveClient(scope: OperatorScope, clientId: string): Statement<number> {
  requireClient(scope, clientId);
  return abortUnless(sql`EXISTS (SELECT 1 FROM clients WHERE id = ${clientId} AND deleted_at IS NULL)`);
}
