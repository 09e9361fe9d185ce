import type { z } from "@hono/zod-openapi";
import { whatMovesOn } from "@leadrelay/core/explain/what-moves-on";
import type { DestinationState } from "@leadrelay/db/destinations/destination-states";
import type { AttemptsMade } from "@leadrelay/db/deliveries/attempts-made";
import type { DeliveryDetails } from "@leadrelay/db/deliveries/find-delivery";
import type { ScopedClient } from "@leadrelay/db/scope";
import type { deliveryDetailsSchema } from "./delivery-schema.ts";
import { shownError } from "./shown-error.ts";
import { toDelivery } from "./to-delivery.ts";

/** A delivery with all that its reader may know of it. */
export function toDeliveryDetails(
  delivery: DeliveryDetails,
  client: ScopedClient,
  destination: DestinationState | undefined,
  /** What its receiver gets; null for those who see contacts masked. */
  payload: Record<string, unknown> | null,
  nowMs: number,
): z.input<typeof deliveryDetailsSchema> {
  const shown = toDelivery(delivery, delivery.lead_public_id, destination, client.masked);
  const { event, dead_letter } = delivery;
  return {
    ...shown,
    last_error: shownError(delivery.last_error, delivery.last_status_code, client.masked),
    what_next: whatMovesOn(
      {
        ...delivery,
        letter: dead_letter,
        destination:
          destination === undefined
            ? null
            : {
                enabled: destination.enabled === 1,
                deleted: destination.deleted_at !== null,
                disabled_reason: destination.disabled_reason,
                health: destination.health,
              },
      },
      nowMs,
    ),
    event:
      event === null
        ? null
        : {
            id: event.id,
            type: event.type,
            submission_id: event.submission_id,
            created_at: event.created_at,
            payload,
          },
    dead_letter,
    ...shownAttempts(delivery, client),
  };
}

/** Tries as their reader may see them. */
export const shownAttempts = (
  { attempts_made, earlier_attempts }: AttemptsMade,
  { masked }: Pick<ScopedClient, "masked">,
): AttemptsMade => ({
  attempts_made: attempts_made.map((attempt) => ({
    ...attempt,
    error: shownError(attempt.error, attempt.status_code, masked),
  })),
  earlier_attempts,
});
