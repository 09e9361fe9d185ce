import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** A delivery to hold; `held_source`: only until leads of this source are taken again. */
export interface HeldKey extends DeliveryKey {
  held_source?: string | null;
}

/** Takes deliveries of a destination that is disabled, full or closed out of the queue until it takes leads again; no attempt is spent. */
export function holdDeliveries(
  _scope: PipelineScope,
  keys: readonly HeldKey[],
  nowMs: number,
): Statement<number> {
  return write(
    sql`
      UPDATE deliveries SET status = 'held', next_attempt_at = NULL, lease_until = NULL, held_source = wanted.value ->> 3
      FROM ${wantedKeys(keys)}
      WHERE ${isWanted} AND attempts < max_attempts
        AND (status = 'pending' OR status = 'in_flight' AND lease_until <= ${nowMs})`.compile(queries),
  );
}
