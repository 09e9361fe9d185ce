import type { DeliveryCount, SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import type { CountedOutcome } from "@leadrelay/contracts/counted-outcomes";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import {
  isCounted,
  isOfDays,
  isOfForm,
  placeOf,
  wantedClients,
  type Counted,
  type CountedRow,
} from "./counted.ts";
import { arrivedForm } from "./arrived-form.ts";
import { untold } from "./day-paths.ts";

/** Submissions by outcome, deliveries that arrived, those that died and were not replayed since, and what was told of leads after that. */
export interface DailyCount extends CountedRow {
  counter: SubmissionCount["outcome"] | DeliveryCount["outcome"] | CountedOutcome;
  value: number;
  /** Of what was delivered: what had died before. */
  mended: number;
}

/** "" where nobody said which, apart from what has no destination. */
const toldDestination = sql`iif(destination.key = ${sql.lit(untold)}, '', destination.key)`;

/** What was counted on these days: the counters are read, never what they count. */
export function dailyStatistics(scope: OperatorScope, counted: Counted): Statement<DailyCount[]> {
  const wanted = wantedClients(scope, counted);
  const days = sql`${wanted} CROSS JOIN day_counters AS counted ON ${isOfDays(counted)}`;
  const query = sql<DailyCount>`
    SELECT client_id, day, form_id, destination_id, counter, sum(value) AS value, sum(mended) AS mended FROM (
      SELECT ${placeOf(counted, { form_id: sql`form.key`, destination_id: null })}, outcome.key AS counter, outcome.value AS value, 0 AS mended
      FROM ${days} CROSS JOIN json_each(counted.came_json) AS form CROSS JOIN json_each(form.value) AS outcome
      WHERE true ${isOfForm(counted, sql`form.key`)}
      UNION ALL
      SELECT ${placeOf(counted, { form_id: arrivedForm, destination_id: sql`destination.key` })}, 'delivered',
        iif(bucket.key = 'm', 0, bucket.value), iif(bucket.key = 'm', bucket.value, 0)
      FROM ${days} CROSS JOIN json_each(counted.arrived_json) AS form CROSS JOIN json_each(form.value) AS destination
        CROSS JOIN json_each(destination.value) AS bucket
      WHERE true ${isOfForm(counted, sql`form.key`)}
      UNION ALL
      SELECT ${placeOf(counted, { form_id: arrivedForm, destination_id: toldDestination })}, word.key, word.value, 0
      FROM ${days} CROSS JOIN json_each(counted.outcomes_json) AS form CROSS JOIN json_each(form.value) AS destination
        CROSS JOIN json_each(destination.value) AS word
      WHERE true ${isOfForm(counted, sql`form.key`)}
      UNION ALL
      SELECT ${placeOf(counted, { destination_id: null })}, counted.outcome, counted.value, 0
      FROM ${wanted} CROSS JOIN submission_counters AS counted ON ${isCounted(counted)}
      UNION ALL
      SELECT ${placeOf(counted)}, counted.outcome, counted.value, counted.mended
      FROM ${wanted} CROSS JOIN delivery_counters AS counted ON ${isCounted(counted)}
    ) GROUP BY 1, 2, 3, 4, 5`;
  return rowsOf(query.compile(queries), (row) => row);
}
