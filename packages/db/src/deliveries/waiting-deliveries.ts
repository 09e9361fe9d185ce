import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** A delivery whose time has not come. */
export interface WaitingDelivery extends DeliveryKey {
  attempts: number;
  /** Milliseconds UTC. */
  next_attempt_at: number;
}

/** Those of these deliveries that are pending and not yet due. */
export const waitingDeliveries = (
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  nowMs: number,
): Statement<WaitingDelivery[]> =>
  rowsOf(
    sql<WaitingDelivery>`
      SELECT deliveries.lead_id, deliveries.event_id, deliveries.destination_id, attempts, next_attempt_at
      FROM ${wantedKeys(keys)} CROSS JOIN deliveries
      WHERE ${isWanted} AND status = 'pending' AND next_attempt_at > ${nowMs}`.compile(queries),
    (row) => row,
  );
