import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { anyLeadId, placeRow } from "./place-row.ts";
import { rows } from "./tenant.ts";

/** The time at which a statement under test runs, ms. */
export const nowMs = 1_000_000;

/** A delivery in any state, of a lead, event, destination and client of its own. */
export const placeDelivery = (given: Partial<DeliveriesTable> = {}): Promise<DeliveriesTable> =>
  placeRow("deliveries", {
    lead_id: anyLeadId(),
    event_id: crypto.randomUUID(),
    destination_id: crypto.randomUUID(),
    public_id: crypto.randomUUID(),
    client_id: crypto.randomUUID(),
    status: "pending",
    attempts: 3,
    max_attempts: 10,
    schedule_from: 0,
    next_attempt_at: nowMs,
    lease_until: null,
    settled_at: null,
    created_at: 0,
    last_status_code: null,
    last_error: null,
    dead_letter_id: null,
    form_id: "form",
    submitted_at: 0,
    kept_json: null,
    receiver_id: null,
    confirm_by: null,
    unconfirmed_at: null,
    confirmed_at: null,
    replay_id: null,
    route_id: null,
    is_notice: null,
    held_source: null,
    ...given,
  });

/** Three that share a delivery's state and all of its key but one part, to be left alone by what is done to it. */
export const placeNeighbours = (delivery: DeliveriesTable): Promise<DeliveriesTable[]> =>
  Promise.all(
    [
      { lead_id: anyLeadId() },
      { event_id: crypto.randomUUID() },
      { destination_id: crypto.randomUUID() },
    ].map((other) => placeDelivery({ ...delivery, public_id: crypto.randomUUID(), ...other })),
  );

/** A delivery as it is now; throws when there is none. */
export async function deliveryNow({ lead_id, event_id, destination_id }: DeliveryKey) {
  const [found] = await rows<DeliveriesTable>(
    "SELECT * FROM deliveries WHERE lead_id = ? AND event_id = ? AND destination_id = ?",
    lead_id,
    event_id,
    destination_id,
  );
  if (found === undefined) throw new Error("no such delivery");
  return found;
}

/** How a try of a delivery ended: by default the one that was claimed, with a 200. */
export const attemptOf = (
  { lead_id, event_id, destination_id, client_id, attempts }: DeliveriesTable,
  given: Partial<SettledAttempt> = {},
): SettledAttempt => ({
  lead_id,
  event_id,
  destination_id,
  client_id,
  number: attempts,
  outcome: "delivered",
  status_code: 200,
  error: null,
  started_at: 500,
  duration_ms: 20,
  status: "delivered",
  next_attempt_at: null,
  bucket: 1,
  dead_letter: null,
  ...given,
});
