import type { DeliveryCount, SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";

/** Adds counts to the day's counters. Run it in the batch that writes what is counted, or it counts twice. */
export function addCounts<Table extends keyof Counts>(
  _scope: PipelineScope,
  table: Table,
  counts: readonly Counts[Table][],
): Statement<number>[] {
  return insertRows(
    table,
    columns[table],
    counts,
    sql`ON CONFLICT DO UPDATE SET value = value + excluded.value`,
  );
}

interface Counts {
  submission_counters: SubmissionCount;
  delivery_counters: DeliveryCount;
}

const columns: { [Table in keyof Counts]: readonly (keyof Counts[Table] & string)[] } = {
  submission_counters: allColumns<SubmissionCount>()(["client_id", "day", "form_id", "outcome", "value"]),
  delivery_counters: allColumns<DeliveryCount>()([
    "client_id",
    "day",
    "form_id",
    "destination_id",
    "outcome",
    "bucket",
    "value",
  ]),
};
