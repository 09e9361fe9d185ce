import { noBucket, type BucketCount } from "@leadrelay/core/statistics/latency-buckets";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { arrivedForm } from "./arrived-form.ts";
import {
  isCounted,
  isOfDays,
  isOfForm,
  placeOf,
  wantedClients,
  type Counted,
  type CountedRow,
} from "./counted.ts";

/** How many deliveries arrived how long after their submission; `percentile` reads them. */
export interface LatencyCount extends CountedRow, BucketCount {}

/** Latencies of what arrived on these days, in buckets. */
export function latencyBuckets(scope: OperatorScope, counted: Counted): Statement<LatencyCount[]> {
  const wanted = wantedClients(scope, counted);
  const query = sql<LatencyCount>`
    SELECT client_id, day, form_id, destination_id, bucket, sum(value) AS value FROM (
      SELECT ${placeOf(counted, { form_id: arrivedForm, destination_id: sql`destination.key` })},
        CAST(bucket.key AS INTEGER) AS bucket, bucket.value AS value
      FROM ${wanted} CROSS JOIN day_counters AS counted ON ${isOfDays(counted)}
        CROSS JOIN json_each(counted.arrived_json) AS form CROSS JOIN json_each(form.value) AS destination
        CROSS JOIN json_each(destination.value) AS bucket
      WHERE bucket.key NOT IN ('m', ${sql.lit(String(noBucket))}) ${isOfForm(counted, sql`form.key`)}
      UNION ALL
      SELECT ${placeOf(counted)}, counted.bucket, counted.value
      FROM ${wanted} CROSS JOIN delivery_counters AS counted ON ${isCounted(counted)}
      WHERE counted.outcome = 'delivered' AND counted.bucket >= 0
    ) GROUP BY 1, 2, 3, 4, 5`;
  return rowsOf(query.compile(queries), (row) => row);
}
