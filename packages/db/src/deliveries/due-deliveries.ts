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
  /** The replay that sends it again; null for one that no replay has touched. */
  replay_id: string | null;
  /** 1: its event is no submission. */
  is_notice: 1 | null;
}

/**
 * What is due at each of these destinations, at most `limit` of each, longest waiting first: pending, or in flight under a lease that
 * ran out. One statement for any number of destinations, because D1 counts every statement against an invocation's limit.
 */
export const dueDeliveries = (
  _scope: PipelineScope,
  destinationIds: readonly string[],
  { nowMs, limit, exceptReplays = false }: { nowMs: number; limit: number; exceptReplays?: boolean },
): Statement<DueDelivery[]> =>
  rowsOf(
    sql<DueDelivery>`
      SELECT due.value ->> 'lead_id' AS lead_id, due.value ->> 'event_id' AS event_id, wanted.value AS destination_id,
        due.value ->> 'public_id' AS public_id, due.value ->> 'client_id' AS client_id,
        due.value ->> 'attempts' AS attempts, due.value ->> 'max_attempts' AS max_attempts,
        due.value ->> 'lease_until' AS lease_until, due.value ->> 'replay_id' AS replay_id,
        due.value ->> 'is_notice' AS is_notice
      FROM json_each(${JSON.stringify(destinationIds)}) AS wanted CROSS JOIN json_each((
        SELECT json_group_array(json_object('lead_id', lead_id, 'event_id', event_id, 'public_id', public_id,
          'client_id', client_id, 'attempts', attempts, 'max_attempts', max_attempts, 'lease_until', lease_until,
          'replay_id', replay_id, 'is_notice', is_notice))
        FROM (
          SELECT * FROM deliveries
          WHERE settled_at IS NULL AND destination_id = wanted.value AND next_attempt_at <= ${nowMs}
            AND (status = 'pending' OR status = 'in_flight' AND lease_until <= ${nowMs})
            ${exceptReplays ? sql`AND replay_id IS NULL` : sql``}
          ORDER BY next_attempt_at LIMIT ${limit}
        )
      )) AS due`.compile(queries),
    (row) => row,
  );
