import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/**
 * Takes what is due, or was in flight under a lease that ran out, and spends one attempt on each; of any number of claimants
 * one wins. Returns the public ids claimed. `next_attempt_at` stays, so that the due index is not rewritten.
 */
export function claimDeliveries(
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  { nowMs, leaseUntil }: { nowMs: number; leaseUntil: number },
): Statement<string[]> {
  const query = sql<{ public_id: string }>`
    UPDATE deliveries SET status = 'in_flight', attempts = attempts + 1, lease_until = ${leaseUntil}
    FROM ${wantedKeys(keys)}
    WHERE ${isWanted} AND settled_at IS NULL AND attempts < max_attempts
      AND (status = 'pending' AND next_attempt_at <= ${nowMs} OR status = 'in_flight' AND lease_until <= ${nowMs})
    RETURNING public_id`.compile(queries);
  return rowsOf(query, ({ public_id }) => public_id);
}
