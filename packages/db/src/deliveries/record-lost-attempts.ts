import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/**
 * Leaves an attempt row `lost` where a lease ran out before its worker could say how the try ended. Run it before whatever
 * takes the lease over. Twice is harmless; the worker's own late word replaces it.
 */
export function recordLostAttempts(
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  nowMs: number,
): Statement<number> {
  return write(
    sql`
      INSERT INTO delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, started_at)
      SELECT lead_id, event_id, destination_id, attempts, client_id, 'lost', lease_until
      FROM ${wantedKeys(keys)} CROSS JOIN deliveries
      WHERE ${isWanted} AND status = 'in_flight' AND lease_until <= ${nowMs}
      ON CONFLICT DO NOTHING`.compile(queries),
  );
}
