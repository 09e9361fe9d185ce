import type { z } from "@hono/zod-openapi";
import type { Exchange } from "@leadrelay/contracts/exchange";
import { standOfDelivery } from "@leadrelay/core/story/stand-of-deliveries";
import type { AttemptsMade } from "@leadrelay/db/deliveries/attempts-made";
import type { ScopedClient } from "@leadrelay/db/scope";
import type { Access } from "../access/access.ts";
import { offerActions, tellNext } from "../actions/offer-actions.ts";
import type { deliveryDetailsSchema } from "./delivery-schema.ts";
import type { FoundDelivery } from "./read-delivery.ts";
import { shownError } from "./shown-error.ts";
import { toExchange } from "./to-exchange.ts";
import { toDelivery } from "./to-delivery.ts";

/** A delivery with all that its reader may know of it. */
export function toDeliveryDetails(
  { delivery, client, lookup }: FoundDelivery,
  { payload, exchanges }: WhatWasSent,
  access: Access,
  nowMs: number,
): z.input<typeof deliveryDetailsSchema> {
  const destination = lookup(delivery.destination_id);
  const shown = toDelivery(delivery, delivery.lead, destination, client.masked);
  const { event, dead_letter } = delivery;
  const stand = standOfDelivery(delivery, dead_letter, { lookup, nowMs });
  return {
    ...shown,
    last_error: shownError(delivery.last_error, delivery.last_status_code, client.masked),
    what_next: tellNext(stand, client.id, access),
    actions: offerActions(stand, client.id, access),
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
    ...watched(shownAttempts(delivery, client), exchanges),
  };
}

/** What its receiver got. */
interface WhatWasSent {
  /** By the settings of now; null for those who see contacts masked. */
  payload: Record<string, unknown> | null;
  /** Of tries, by their numbers, as far as they are kept and may be seen. */
  exchanges: ReadonlyMap<number, Exchange[]>;
}

const watched = (tries: AttemptsMade, exchanges: WhatWasSent["exchanges"]) => ({
  ...tries,
  attempts_made: tries.attempts_made.map((attempt) => ({
    ...attempt,
    exchanges: exchanges.get(attempt.number)?.map(toExchange) ?? null,
  })),
});

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
