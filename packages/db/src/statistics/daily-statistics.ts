import type { DeliveryCount, SubmissionCount } from "@leadrelay/core/statistics/count-commit";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isCounted, placeOf, wantedClients, type Counted, type CountedRow } from "./counted.ts";

/** Submissions by outcome, deliveries that arrived, and those that died and were not replayed since. */
export interface DailyCount extends CountedRow {
  counter: SubmissionCount["outcome"] | DeliveryCount["outcome"];
  value: number;
  /** Of what was delivered: what had died before. */
  mended: number;
}

/** What was counted on these days: the counters are read, never what they count. */
export function dailyStatistics(scope: OperatorScope, counted: Counted): Statement<DailyCount[]> {
  const wanted = wantedClients(scope, counted);
  const query = sql<DailyCount>`
    SELECT ${placeOf(counted, { hasDestination: false })}, counted.outcome AS counter, sum(counted.value) AS value, 0 AS mended
    FROM ${wanted} CROSS JOIN submission_counters AS counted ON ${isCounted(counted)}
    GROUP BY 1, 2, 3, 4, 5
    UNION ALL
    SELECT ${placeOf(counted, { hasDestination: true })}, counted.outcome AS counter, sum(counted.value) AS value, sum(counted.mended) AS mended
    FROM ${wanted} CROSS JOIN delivery_counters AS counted ON ${isCounted(counted)}
    GROUP BY 1, 2, 3, 4, 5`;
  return rowsOf(query.compile(queries), (row) => row);
}
