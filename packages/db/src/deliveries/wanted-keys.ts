import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";

/** Any number of delivery keys as one parameter, each with the source it is held for: `wanted`, to be joined by `isWanted` or, in reads, by CROSS JOIN. */
export const wantedKeys = (keys: readonly (DeliveryKey & { held_source?: string | null })[]) =>
  sql`json_each(${JSON.stringify(
    keys.map(({ lead_id, event_id, destination_id, held_source = null }) =>
      held_source === null
        ? [lead_id, event_id, destination_id]
        : [lead_id, event_id, destination_id, held_source],
    ),
  )}) AS wanted`;

/** Joins `deliveries` to `wanted` by its whole primary key. */
export const isWanted = sql`deliveries.lead_id = wanted.value ->> 0
  AND deliveries.event_id = wanted.value ->> 1
  AND deliveries.destination_id = wanted.value ->> 2`;
