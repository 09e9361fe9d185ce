import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "../deliveries/wanted-keys.ts";

/** The letter of a delivery that went out after all needs nobody any more: `replayed`, reason `delivered late`. */
export function closeDeadLetters(
  _scope: PipelineScope,
  delivered: readonly DeliveryKey[],
  settledAt: number,
): Statement<number> {
  return write(
    sql`
      UPDATE dead_letters SET state = 'replayed', settled_at = ${settledAt}, settle_reason = 'delivered late'
      WHERE state = 'open' AND id IN (
        SELECT deliveries.dead_letter_id FROM ${wantedKeys(delivered)} CROSS JOIN deliveries
        WHERE ${isWanted} AND deliveries.dead_letter_id IS NOT NULL)`.compile(queries),
  );
}
