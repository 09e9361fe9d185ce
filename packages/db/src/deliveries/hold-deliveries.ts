import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** Takes deliveries of a disabled destination out of the queue until it is enabled again; no attempt is spent. */
export function holdDeliveries(
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  nowMs: number,
): Statement<number> {
  return write(
    sql`
      UPDATE deliveries SET status = 'held', next_attempt_at = NULL, lease_until = NULL
      FROM ${wantedKeys(keys)}
      WHERE ${isWanted} AND attempts < max_attempts
        AND (status = 'pending' OR status = 'in_flight' AND lease_until <= ${nowMs})`.compile(queries),
  );
}
