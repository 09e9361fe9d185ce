import type { IntakeRow } from "@leadrelay/core/statistics/sum-intake-counts";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { addToCounter } from "./lately.ts";

/** Adds what the producer counted to the day's counters. Told twice, it counts twice. */
export const addIntakeCounts = (_scope: PipelineScope, counts: readonly IntakeRow[]): Statement<number>[] =>
  insertRows(
    "intake_counters",
    columns,
    counts.map((count) => ({ ...count, in_hour: count.value })),
    sql`${addToCounter}, fields_json = COALESCE(excluded.fields_json, fields_json)`,
  );

const columns = allColumns<IntakeRow & { in_hour: number }>()([
  "client_id",
  "day",
  "form_id",
  "reason",
  "value",
  "hour",
  "in_hour",
  "fields_json",
]);
