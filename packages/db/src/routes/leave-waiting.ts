import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import { isWanted } from "../deliveries/wanted-keys.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** A delivery whose lead does not wait there any more, and why in words. */
export interface LeftDelivery extends DeliveryKey {
  attempts: number;
  why: string;
}

/** Ends deliveries that `passOn(…, "waiting")`, before it in the same batch, has sent on; the same fence. How many were ended. */
export const leaveWaiting = (
  _scope: PipelineScope,
  left: readonly LeftDelivery[],
  nowMs: number,
): Statement<number> =>
  write(
    sql`
      UPDATE deliveries SET status = 'skipped', settled_at = ${nowMs}, next_attempt_at = NULL, lease_until = NULL, held_source = NULL,
        last_error = wanted.value ->> 4
      FROM json_each(${JSON.stringify(left.map(({ lead_id, event_id, destination_id, attempts, why }) => [lead_id, event_id, destination_id, attempts, why]))}) AS wanted
      WHERE ${isWanted} AND deliveries.attempts = wanted.value ->> 3 AND deliveries.status IN ('held', 'pending')`.compile(
      queries,
    ),
  );
