import type { DeliveryCount, SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { addToCounter } from "./lately.ts";

/** Adds deliveries to the day's counters. Run it in the batch that writes what is counted, or it counts twice. */
export const addDeliveryCounts = (
  _scope: PipelineScope,
  counts: readonly DeliveryCount[],
): Statement<number>[] =>
  insertRows(
    "delivery_counters",
    deliveryColumns,
    counts,
    sql`ON CONFLICT DO UPDATE SET value = value + excluded.value`,
  );

/** The same of submissions. */
export const addSubmissionCounts = (
  _scope: PipelineScope,
  counts: readonly SubmissionCount[],
): Statement<number>[] =>
  insertRows(
    "submission_counters",
    submissionColumns,
    counts.map((count) => ({ ...count, in_hour: count.value })),
    addToCounter,
  );

const submissionColumns = allColumns<SubmissionCount & { in_hour: number }>()([
  "client_id",
  "day",
  "form_id",
  "outcome",
  "value",
  "hour",
  "in_hour",
]);

const deliveryColumns = allColumns<DeliveryCount>()([
  "client_id",
  "day",
  "form_id",
  "destination_id",
  "outcome",
  "bucket",
  "value",
]);
