import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import { parseAttribution } from "@leadrelay/core/attribution/parse-attribution";
import { sql } from "kysely";
import type { LeadsTable } from "../tables/leads-table.ts";
import type { PipelineScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";
import { withLatest } from "./latest-attribution.ts";

type Row = Pick<
  LeadsTable,
  "id" | "first_attribution_json" | "latest_attribution_json" | "first_submitted_at"
>;

/** How and when a lead came; `first_submitted_at` in ms UTC. One row by its key; undefined: there is none. */
export function leadOrigin(
  _scope: PipelineScope,
  { id, client_id }: { id: number; client_id: string },
): Statement<{ attribution: LeadAttribution; first_submitted_at: number } | undefined> {
  const query = sql<Row>`
    SELECT id, first_attribution_json, latest_attribution_json, first_submitted_at
    FROM leads WHERE id = ${id} AND client_id = ${client_id}`;
  return mapResult(
    rowsOf(query.compile(queries), (row) => {
      const { first_attribution_json, latest_attribution_json } = withLatest(row);
      return {
        attribution: {
          first: parseAttribution(first_attribution_json),
          latest: parseAttribution(latest_attribution_json),
        },
        first_submitted_at: row.first_submitted_at,
      };
    }),
    ([found]) => found,
  );
}
