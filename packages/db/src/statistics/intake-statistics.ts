import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isCounted, placeOf, wantedClients, type Counted, type CountedRow } from "./counted.ts";

/** Posts that were refused, and filled honeypots, by reason. */
export interface IntakeStatistic extends CountedRow {
  reason: IntakeReason;
  value: number;
}

/** What the producer counted on these days. */
export function intakeStatistics(scope: OperatorScope, counted: Counted): Statement<IntakeStatistic[]> {
  const query = sql<IntakeStatistic>`
    SELECT ${placeOf(counted, { destination_id: null })}, counted.reason AS reason, sum(counted.value) AS value
    FROM ${wantedClients(scope, counted)} CROSS JOIN intake_counters AS counted ON ${isCounted(counted)}
    GROUP BY 1, 2, 3, 4, 5`;
  return rowsOf(query.compile(queries), (row) => row);
}
