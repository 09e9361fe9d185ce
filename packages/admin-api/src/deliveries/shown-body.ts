import { getAdapter } from "@leadrelay/adapters/registry";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";

/** A delivery's body as its receiver gets it; the event's payload as it is where the destination is not known any more. */
export const shownBody = (
  payload: Record<string, unknown>,
  deliveryId: string,
  destination: { kind: string } | undefined,
): Record<string, unknown> =>
  destination === undefined
    ? payload
    : getAdapter(destination.kind).sentBody({
        event: { payload: payload as Record<string, unknown> & LeadPayload },
        delivery_public_id: deliveryId,
      });
