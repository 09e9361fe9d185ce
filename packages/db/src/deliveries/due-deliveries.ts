import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Destinations with unsettled deliveries, found by skipping through the due index: one row read each, however long the backlog. */
export const unsettledDestinations = (_scope: PipelineScope): Statement<string[]> =>
  rowsOf(
    sql<{ id: string }>`
      WITH RECURSIVE found (id) AS (
        SELECT (SELECT min(destination_id) FROM deliveries WHERE settled_at IS NULL)
        UNION ALL
        SELECT (SELECT min(destination_id) FROM deliveries WHERE settled_at IS NULL AND destination_id > found.id)
        FROM found WHERE found.id IS NOT NULL
      )
      SELECT id FROM found WHERE id IS NOT NULL`.compile(queries),
    ({ id }) => id,
  );

/** A delivery nobody works on though it is due. Times in ms. */
export interface DueDelivery extends DeliveryKey {
  public_id: string;
  client_id: string;
  attempts: number;
  max_attempts: number;
  /** When its worker's claim ran out; null for one that just waits. */
  lease_until: number | null;
}

/** What is due at one destination, longest waiting first: pending, or in flight under a lease that ran out. */
export const dueDeliveries = (
  _scope: PipelineScope,
  destinationId: string,
  { nowMs, limit }: { nowMs: number; limit: number },
): Statement<DueDelivery[]> =>
  rowsOf(
    sql<DueDelivery>`
      SELECT lead_id, event_id, destination_id, public_id, client_id, attempts, max_attempts, lease_until
      FROM deliveries
      WHERE settled_at IS NULL AND destination_id = ${destinationId} AND next_attempt_at <= ${nowMs}
        AND (status = 'pending' OR status = 'in_flight' AND lease_until <= ${nowMs})
      ORDER BY next_attempt_at LIMIT ${limit}`.compile(queries),
    (row) => row,
  );
