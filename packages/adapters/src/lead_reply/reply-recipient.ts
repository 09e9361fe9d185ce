import type { SentDelivery } from "../adapter.ts";
import { e164Of } from "../lead/contact-parts.ts";
import type { ReplySettings } from "./settings.ts";

/** Whom a reply goes to: the person, or, of a test, whoever tries it. Throws where there is nobody, in words. */
export function replyRecipient(
  { via, test_to }: Pick<ReplySettings, "via" | "test_to">,
  { event: { payload } }: Pick<SentDelivery, "event">,
): string {
  if (payload.test_lead === "yes") {
    if (test_to == null)
      throw new Error("A test goes to the address in `test_to`, and there is none: set it");
    return test_to;
  }
  const found = via === "twilio" ? e164Of(payload.phone_mobile ?? "") : payload.email;
  if (found == null || found === "")
    throw new Error(
      via === "twilio" ? "The lead has no number that takes an SMS" : "The lead has no e-mail address",
    );
  return found;
}
