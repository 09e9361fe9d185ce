import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";

/** Any number of delivery keys as one parameter: `wanted`, to be joined by `isWanted` or, in reads, by CROSS JOIN. */
export const wantedKeys = (keys: readonly DeliveryKey[]) =>
  sql`json_each(${JSON.stringify(keys.map(({ lead_id, event_id, destination_id }) => [lead_id, event_id, destination_id]))}) AS wanted`;

/** Joins `deliveries` to `wanted` by its whole primary key. */
export const isWanted = sql`deliveries.lead_id = wanted.value ->> 0
  AND deliveries.event_id = wanted.value ->> 1
  AND deliveries.destination_id = wanted.value ->> 2`;
