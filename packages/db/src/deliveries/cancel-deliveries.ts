import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** Ends deliveries whose destination was deleted; a try under way is left to its worker until its lease runs out. */
export function cancelDeliveries(
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  nowMs: number,
): Statement<number> {
  return write(
    sql`
      UPDATE deliveries
      SET status = 'cancelled', settled_at = ${nowMs}, next_attempt_at = NULL, lease_until = NULL,
        last_error = 'the destination was deleted'
      FROM ${wantedKeys(keys)}
      WHERE ${isWanted}
        AND (status IN ('pending', 'held') OR status = 'in_flight' AND lease_until <= ${nowMs})`.compile(
      queries,
    ),
  );
}
