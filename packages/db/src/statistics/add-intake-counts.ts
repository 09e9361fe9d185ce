import { isRefusal } from "@leadrelay/contracts/intake-counts";
import type { IntakeRow } from "@leadrelay/core/statistics/sum-intake-counts";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows, jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { added, lostPath } from "./day-paths.ts";
import { addToCounter } from "./lately.ts";

/** Adds what the producer counted to the day's counters. Told twice, it counts twice. */
export const addIntakeCounts = (_scope: PipelineScope, counts: readonly IntakeRow[]): Statement<number>[] => [
  ...insertRows(
    "intake_counters",
    columns,
    counts.map((count) => ({ ...count, in_hour: count.value })),
    sql`${addToCounter}, fields_json = COALESCE(excluded.fields_json, fields_json)`,
  ),
  ...addLost(counts),
];

/** What was lost, whatever its reason, in the row that home reads. */
function addLost(counts: readonly IntakeRow[]): Statement<number>[] {
  const lost = counts.filter(({ reason }) => isRefusal(reason) || reason === "honeypot");
  const sums = new Map<string, [client_id: string, day: number, path: string, value: number]>();
  for (const { client_id, day, form_id, reason, hour, value } of lost) {
    const path = lostPath(form_id, isRefusal(reason) ? "r" : "d", hour * 2);
    const key = JSON.stringify([client_id, day, path]);
    sums.set(key, [client_id, day, path, value + (sums.get(key)?.[3] ?? 0)]);
  }
  return jsonChunks([...sums.values()], "day_counters").map((json) =>
    write(
      sql`
        INSERT INTO day_counters (client_id, day, at_1, more, lost_json)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, json_set('{}', value ->> 2, value ->> 3)
        FROM json_each(${json}) WHERE true
        ON CONFLICT DO UPDATE SET lost_json = ${added("lost_json", sql`excluded.at_1`, sql`excluded.more`)}`.compile(
        queries,
      ),
    ),
  );
}

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
