import type { DeliveryCount, SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import { sql } from "kysely";
import { allColumns } from "../all-columns.ts";
import { insertRows, jsonChunks } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { addArrived } from "./add-arrived.ts";
import { added, isLive, submissionPaths } from "./day-paths.ts";

/** Adds deliveries to the day's counters. Run it in the batch that writes what is counted, or it counts twice. */
export const addDeliveryCounts = (
  scope: PipelineScope,
  counts: readonly DeliveryCount[],
): Statement<number>[] => [
  ...addArrived(
    scope,
    counts.filter(({ outcome }) => outcome === "delivered"),
  ),
  ...insertRows(
    "delivery_counters",
    deliveryColumns,
    counts.filter(({ outcome }) => outcome === "dead"),
    sql`ON CONFLICT DO UPDATE SET value = value + excluded.value`,
  ),
];

/** The same of submissions: one row written for all that differ in nothing but their time within half an hour. */
export const addSubmissionCounts = (
  _scope: PipelineScope,
  counts: readonly SubmissionCount[],
): Statement<number>[] =>
  jsonChunks(counts.map(toAdded), "day_counters").map((json) =>
    write(
      sql`
        INSERT INTO day_counters (client_id, day, at_1, at_2, at_3, more, last_at, came_json, slots_json, origins_json)
        SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
          json_set('{}', value ->> 2, value ->> 5), json_set('{}', value ->> 3, value ->> 5),
          iif(value ->> 4 IS NULL, '{}', json_set('{}', value ->> 4, value ->> 5))
        FROM json_each(${json}) WHERE true
        ON CONFLICT DO UPDATE SET
          came_json = ${added("came_json", sql`excluded.at_1`, sql`excluded.more`)},
          slots_json = ${added("slots_json", sql`excluded.at_2`, sql`excluded.more`)},
          origins_json = iif(excluded.at_3 IS NULL, origins_json, ${added("origins_json", sql`excluded.at_3`, sql`excluded.more`)}),
          last_at = coalesce(max(last_at, excluded.last_at), last_at, excluded.last_at)`.compile(queries),
    ),
  );

function toAdded(count: SubmissionCount) {
  const { came, slot, origin } = submissionPaths(count);
  return [count.client_id, count.day, came, slot, origin, count.value, isLive(count) ? count.at : null];
}

const deliveryColumns = allColumns<DeliveryCount>()([
  "client_id",
  "day",
  "form_id",
  "destination_id",
  "outcome",
  "bucket",
  "value",
]);
