import type { OutgoingDelivery } from "@leadrelay/adapters/adapter";
import { e164Of } from "@leadrelay/adapters/lead/contact-parts";
import { getAdapter } from "@leadrelay/adapters/registry";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { phoneSpelling } from "@leadrelay/core/phone/phone-identity";
import { optedOutWords } from "@leadrelay/core/reply/opted-out-words";
import { optedOut } from "@leadrelay/db/callbacks/opt-outs";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { failure, type Verdict } from "../verdict-of.ts";

type Sent = Pick<OutgoingDelivery, "event" | "delivery_public_id">;

/**
 * What a message to the person themselves comes to without being sent, because they want none: they may have said so since it was decided. null:
 * it may be sent. Asks D1 only where a kind writes to the lead's own number.
 */
export async function refusedByOptOut(
  { kind, client_id }: { kind: string; client_id: string },
  settings: unknown,
  delivery: Sent,
  { lead }: { lead: D1Database },
): Promise<Verdict | null> {
  const own = delivery.event.payload.phone_mobile;
  const to = numberOf(kind, settings, delivery);
  if (own === null || to === null || e164Of(own) !== to) return null;
  try {
    const wanted = [{ client_id, phone: phoneSpelling(own) }];
    const found = await runOne(lead, optedOut(pipelineScope, wanted));
    return found.length === 0 ? null : { ...failure("refused", optedOutWords), opted_out: to };
  } catch (error) {
    return failure("retry", `whether they answered STOP could not be read: ${reasonOf(error)}`);
  }
}

/** What its kind cannot read, or has nobody to send to, is refused by the try. */
function numberOf(kind: string, settings: unknown, delivery: Sent): string | null {
  const adapter = getAdapter(kind);
  if (adapter.phoneOf === undefined) return null;
  try {
    return adapter.phoneOf(adapter.parseSettings(settings), delivery);
  } catch {
    return null;
  }
}
