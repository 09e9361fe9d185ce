import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { EventType } from "@leadrelay/contracts/event-type";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { isWanted, wantedKeys } from "./wanted-keys.ts";

/** A delivery as a worker needs it. Times in ms. */
export interface WokenDelivery extends DeliveryKey {
  public_id: string;
  client_id: string;
  status: DeliveryStatus;
  attempts: number;
  max_attempts: number;
  /** Attempts spent before the present round of the schedule. */
  schedule_from: number;
  next_attempt_at: number | null;
  /** Its event, frozen at commit; only where the lease is the one asked for. */
  event: { id: string; type: EventType; payload_json: string; created_at: number } | null;
}

type Row = Omit<WokenDelivery, "event"> & {
  type: EventType | null;
  payload_json: string | null;
  event_created_at: number | null;
};

/** These deliveries by key, with the events of those in flight under `leaseUntil`: right after a claim, those claimed. */
export function wokenDeliveries(
  _scope: PipelineScope,
  keys: readonly DeliveryKey[],
  leaseUntil: number,
): Statement<WokenDelivery[]> {
  const query = sql<Row>`
    SELECT deliveries.lead_id, deliveries.event_id, deliveries.destination_id, deliveries.public_id,
      deliveries.client_id, deliveries.status, deliveries.attempts, deliveries.max_attempts,
      deliveries.schedule_from, deliveries.next_attempt_at,
      events.type, events.payload_json, events.created_at AS event_created_at
    FROM ${wantedKeys(keys)} CROSS JOIN deliveries
    LEFT JOIN events ON events.lead_id = deliveries.lead_id AND events.id = deliveries.event_id
      AND deliveries.status = 'in_flight' AND deliveries.lease_until = ${leaseUntil}
    WHERE ${isWanted}`.compile(queries);
  return rowsOf(query, toWokenDelivery);
}

function toWokenDelivery({ type, payload_json, event_created_at, ...row }: Row): WokenDelivery {
  const found = type !== null && payload_json !== null && event_created_at !== null;
  return {
    ...row,
    event: found ? { id: row.event_id, type, payload_json, created_at: event_created_at } : null,
  };
}
