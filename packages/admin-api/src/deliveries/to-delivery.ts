import type { z } from "@hono/zod-openapi";
import { confirmationState } from "@leadrelay/core/confirmation/confirmation-state";
import { maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskId } from "@leadrelay/core/masking/mask-id";
import type { ListedDelivery } from "@leadrelay/db/deliveries/listed-delivery";
import type { deliverySchema } from "./delivery-schema.ts";
import { personOf, type PersonOfLead } from "../pages/person-of.ts";
import { listedError } from "./shown-error.ts";

function confirmationOf(row: ListedDelivery) {
  const state = confirmationState(row);
  if (state === null) return null;
  const { confirm_by, unconfirmed_at, confirmed_at } = row;
  return { state, due_at: confirm_by, unconfirmed_at, confirmed_at };
}

/** A delivery as lists show it to who sees contacts masked, or not. */
export const toDelivery = (
  row: ListedDelivery,
  /** null where it was erased. */
  lead: PersonOfLead | null,
  destination: { name: string } | undefined,
  masked: boolean,
): z.input<typeof deliverySchema> => ({
  id: row.public_id,
  client_id: row.client_id,
  lead_id: lead?.public_id ?? null,
  ...personOf(lead, masked),
  form_id: row.form_id,
  destination_id: row.destination_id,
  destination_name: destination?.name ?? null,
  status: row.status,
  attempts: row.attempts,
  max_attempts: row.max_attempts,
  next_attempt_at: row.next_attempt_at,
  lease_until: row.lease_until,
  settled_at: row.settled_at,
  created_at: row.created_at,
  last_status_code: row.last_status_code,
  last_error: listedError(row.last_error, row.last_status_code, masked),
  dead_letter_id: row.dead_letter_id,
  receiver_id: maskedIf(masked, row.receiver_id, (id) => maskId(id, lead ?? undefined)),
  confirmation: confirmationOf(row),
});
