import { sumTallies, type Tally } from "@leadrelay/core/tallies/tally";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";

/**
 * Adds to counts, one row each; none where there is nothing to add. Run it in the batch that writes what is counted, behind whatever keeps that
 * from being written twice, or it counts twice. Of two that add at once both count.
 */
export const addTallies = (_scope: PipelineScope, tallies: readonly Tally[]): Statement<number>[] =>
  insertRows(
    "tallies",
    columns,
    sumTallies(tallies),
    sql`ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  );

const columns = allColumns<Tally>()(["client_id", "subject", "period", "count", "ends_at"]);
