import type { ToldAlert } from "@leadrelay/contracts/alert";
import type { Environment } from "@leadrelay/contracts/environment";
import type { AlertType, ToldType } from "@leadrelay/contracts/event-type";
import type { DeliveryRow, EventRow } from "../decide/commit-plan.ts";
import { deliveryId } from "../ids/derived-id.ts";
import { alertVersion } from "../payload/stored-payload.ts";

/** Alerts and their deliveries are kept under no lead: nothing of them says that a lead went out. */
export const noLeadId = 0;

/** A destination that may be told. */
interface Subscriber {
  id: string;
  client_id: string;
  enabled: boolean;
  environments: readonly Environment[];
  event_types: readonly ToldType[];
  /** Tries a delivery has before it needs a person. */
  max_attempts: number;
}

/** What a commit writes of alerts. */
export interface AlertRows {
  events: (Omit<EventRow, "type"> & { type: AlertType })[];
  deliveries: DeliveryRow[];
}

/**
 * The rows of an alert: one delivery for each destination of its client that is to hear of it, is on, and is not the one it tells of. None where
 * nobody is. One that is off gets nothing later: by then it is no news.
 */
export function alertRows(
  { id, ...told }: ToldAlert & { id: string },
  subscribers: readonly Subscriber[],
  { environment, nowMs }: { environment: Environment; nowMs: number },
): AlertRows {
  const { type, client_id, destination } = told.alert;
  const hear = subscribers.filter(
    (one) =>
      one.client_id === client_id &&
      one.id !== destination.id &&
      one.enabled &&
      one.event_types.includes(type) &&
      one.environments.includes(environment),
  );
  if (hear.length === 0) return { events: [], deliveries: [] };
  const event = {
    lead_id: noLeadId,
    id,
    client_id,
    type,
    submission_public_id: "",
    payload_json: `${alertVersion}${JSON.stringify({ alert: told.alert, lead: told.lead })}`,
    created_at: nowMs,
  };
  return { events: [event], deliveries: hear.map((one) => deliveryRow(id, one, nowMs)) };
}

const deliveryRow = (eventId: string, destination: Subscriber, nowMs: number): DeliveryRow => ({
  lead_id: noLeadId,
  event_id: eventId,
  destination_id: destination.id,
  public_id: deliveryId(eventId, destination.id),
  client_id: destination.client_id,
  status: "pending",
  attempts: 0,
  max_attempts: destination.max_attempts,
  next_attempt_at: nowMs,
  lease_until: null,
  settled_at: null,
  created_at: nowMs,
  last_status_code: null,
  last_error: null,
  dead_letter_id: null,
  form_id: "",
  submitted_at: null,
});
