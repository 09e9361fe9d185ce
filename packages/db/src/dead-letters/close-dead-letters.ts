import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "../deliveries/wanted-keys.ts";
import { settleOpenLetters } from "./settle-open-letters.ts";

/** The letter of a delivery that went out after all needs nobody any more: `replayed`, reason `delivered late`. */
export function closeDeadLetters(
  scope: PipelineScope,
  delivered: readonly DeliveryKey[],
  nowMs: number,
): Statement<number> {
  return settleOpenLetters(
    scope,
    { state: "replayed", by: null, reason: "delivered late", nowMs },
    {
      which: sql`id IN (
        SELECT deliveries.dead_letter_id FROM ${wantedKeys(delivered)} CROSS JOIN deliveries
        WHERE ${isWanted} AND deliveries.dead_letter_id IS NOT NULL)`,
    },
  );
}
