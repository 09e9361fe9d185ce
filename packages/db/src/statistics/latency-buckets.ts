import type { BucketCount } from "@leadrelay/core/statistics/latency-buckets";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isCounted, placeOf, wantedClients, type Counted, type CountedRow } from "./counted.ts";

/** How many deliveries arrived how long after their submission; `percentile` reads them. */
export interface LatencyCount extends CountedRow, BucketCount {}

/** Latencies of what arrived on these days, in buckets. */
export function latencyBuckets(scope: OperatorScope, counted: Counted): Statement<LatencyCount[]> {
  const query = sql<LatencyCount>`
    SELECT ${placeOf(counted, { hasDestination: true })}, counted.bucket, sum(counted.value) AS value
    FROM ${wantedClients(scope, counted)} CROSS JOIN delivery_counters AS counted ON ${isCounted(counted)}
    WHERE counted.outcome = 'delivered' AND counted.bucket >= 0
    GROUP BY 1, 2, 3, 4, 5`;
  return rowsOf(query.compile(queries), (row) => row);
}
