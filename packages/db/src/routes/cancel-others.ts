import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import { wantedKeys } from "../deliveries/wanted-keys.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** A member took the lead after all, when it had gone on already: what still waits for another of its route is cancelled. */
export const cancelOthers = (
  _scope: PipelineScope,
  taken: readonly DeliveryKey[],
  nowMs: number,
): Statement<number> =>
  write(
    sql`
      UPDATE deliveries SET status = 'cancelled', settled_at = ${nowMs}, next_attempt_at = NULL, lease_until = NULL,
        last_error = 'another member of its route took the lead'
      FROM ${wantedKeys(taken)}
      WHERE deliveries.lead_id = wanted.value ->> 0 AND deliveries.event_id = wanted.value ->> 1
        AND deliveries.destination_id <> wanted.value ->> 2 AND deliveries.status IN ('pending', 'held')
        AND deliveries.route_id = (
          SELECT taken.route_id FROM deliveries AS taken
          WHERE taken.lead_id = wanted.value ->> 0 AND taken.event_id = wanted.value ->> 1
            AND taken.destination_id = wanted.value ->> 2)`.compile(queries),
  );
