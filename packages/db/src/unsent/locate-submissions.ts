import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";
import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A submission by its id, sent or not: `rule` is null where something was sent of it, or it was released. */
export interface LocatedSubmission {
  client_id: string;
  public_id: string;
  form_id: string;
  submitted_at: number;
  rule: UnsentRule | null;
}

/** Where these submissions of these clients are; one that stands apart may be stored too, once it was released. */
export function locateSubmissions(
  scope: OperatorScope,
  clientIds: readonly string[],
  ids: readonly string[],
): Statement<LocatedSubmission[]> {
  requireClients(scope, clientIds);
  const keys = sql`${jsonValues(clientIds)} AS c CROSS JOIN json_each(${JSON.stringify(ids)}) AS id`;
  const query = sql<LocatedSubmission>`
    SELECT s.client_id, s.public_id, s.form_id, s.submitted_at, s.unsent AS rule FROM ${keys}
    CROSS JOIN lead_submissions AS s ON s.client_id = c.value AND s.public_id = id.value
    UNION ALL
    SELECT b.client_id, b.public_id, b.form_id, b.submitted_at, iif(b.released_at IS NULL, 'blocked', NULL) FROM ${keys}
    CROSS JOIN blocked_ip_leads AS b ON b.client_id = c.value AND b.public_id = id.value
    UNION ALL
    SELECT q.client_id, q.public_id, q.form_id, q.submitted_at, iif(q.released_at IS NULL, 'quarantined', NULL) FROM ${keys}
    CROSS JOIN quarantined_submissions AS q ON q.client_id = c.value AND q.public_id = id.value`;
  return rowsOf(query.compile(queries), (row) => row);
}
