import { sql } from "kysely";
import { inScope } from "../scope/in-scope.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope, PipelineScope } from "../scope.ts";
import { insertRows } from "../json-rows.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { SourceLeadsTable } from "../tables/source-leads-table.ts";

const columns = ["source_id", "received_at", "submission_public_id", "client_id", "lead_key"] as const;

/** Beside the commit of submissions that came by sources: a row each. What is written already costs nothing. */
export function noteSourceLeads(
  scope: PipelineScope,
  rows: readonly SourceLeadsTable[],
): Statement<number>[] {
  requireClients(
    scope,
    rows.map(({ client_id }) => client_id),
  );
  return insertRows("source_leads", columns, rows, sql`ON CONFLICT DO NOTHING`);
}

/** When each of these sources last had a lead, ms UTC: a row read for each; those that had none are absent. */
export function lastLeads(
  scope: OperatorScope,
  sourceIds: readonly string[],
): Statement<{ source_id: string; last_lead_at: number }[]> {
  const query = sql<{ source_id: string; last_lead_at: number }>`
    SELECT j.value AS source_id, l.received_at AS last_lead_at FROM json_each(${JSON.stringify(sourceIds)}) AS j
    CROSS JOIN source_leads AS l ON l.source_id = j.value
      AND l.received_at = (SELECT max(received_at) FROM source_leads WHERE source_id = j.value)
    WHERE ${inScope(scope, "l.client_id")} GROUP BY j.value`;
  return rowsOf(query.compile(queries), (row) => row);
}

/** The newest submissions that came by a source. */
export function newestSourceLeads(
  scope: OperatorScope,
  sourceId: string,
  limit: number,
): Statement<Pick<SourceLeadsTable, "received_at" | "submission_public_id" | "lead_key">[]> {
  const query = sql<Pick<SourceLeadsTable, "received_at" | "submission_public_id" | "lead_key">>`
    SELECT received_at, submission_public_id, lead_key FROM source_leads
    WHERE source_id = ${sourceId} AND ${inScope(scope, "client_id")}
    ORDER BY received_at DESC, submission_public_id DESC LIMIT ${limit}`;
  return rowsOf(query.compile(queries), (row) => row);
}
