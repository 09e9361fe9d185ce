import type { CallbackDetail } from "@leadrelay/core/callbacks/callback-plan";
import { sql } from "kysely";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope, PipelineScope } from "../scope.ts";
import { queries, rowsOf, write, type Statement } from "../statement.ts";
import type { LeadCallbacksTable } from "../tables/lead-callbacks-table.ts";

/** A callback that matched none of its client's leads. */
export interface UnmatchedCallback extends Pick<
  LeadCallbacksTable,
  "id" | "client_id" | "kind" | "received_at"
> {
  detail: CallbackDetail;
}

/** A place among them: ids sort as they came in. */
export type UnmatchedKey = readonly [id: string, clientId: string];

type Row = Omit<UnmatchedCallback, "detail"> & { detail_json: string };

/** What matched no lead, newest first, at most `perClient` of each client: through the primary key. */
export function newestUnmatched(
  scope: OperatorScope,
  clientIds: readonly string[],
  { after: [before], perClient }: { after: UnmatchedKey; perClient: number },
): Statement<UnmatchedCallback[]> {
  requireClients(scope, clientIds);
  const query = sql<Row>`
    SELECT k.id, k.client_id, k.kind, k.received_at, k.detail_json
    FROM ${jsonValues(clientIds)} AS c CROSS JOIN json_each((
      SELECT json_group_array(id) FROM (
        SELECT id FROM lead_callbacks WHERE lead_id = 0 AND client_id = c.value AND id < ${before}
        ORDER BY id DESC LIMIT ${perClient})
    )) AS entry CROSS JOIN lead_callbacks AS k ON k.lead_id = 0 AND k.client_id = c.value AND k.id = entry.value`;
  return rowsOf(query.compile(queries), ({ detail_json, ...row }) => ({
    ...row,
    detail: JSON.parse(detail_json) as CallbackDetail,
  }));
}

/** Forgets what matched no lead and came in by then, oldest first, through `lead_callbacks_unmatched`. */
export const forgetUnmatched = (_scope: PipelineScope, beforeMs: number, limit: number): Statement<number> =>
  write(
    sql`
      DELETE FROM lead_callbacks WHERE lead_id = 0 AND (client_id, id) IN (
        SELECT client_id, id FROM lead_callbacks WHERE lead_id = 0 AND received_at <= ${beforeMs}
        ORDER BY received_at LIMIT ${limit})`.compile(queries),
  );
