import type { OutgoingDelivery } from "../adapter.ts";
import { cameWith, conversionOf, isDaysAfter, isTest, noConversion } from "../conversions/conversion-of.ts";
import { clickIds } from "./build-request.ts";
import type { GoogleSettings } from "./settings.ts";

/** Google looks for a click no further back. */
const clickDays = 90;

/** What Google could do nothing with. */
export function nothingToSend(settings: GoogleSettings, delivery: OutgoingDelivery): string | null {
  const none = noConversion(settings, delivery);
  if (none !== null || isTest(delivery)) return none;
  const { origin } = conversionOf(settings, delivery);
  if (clickIds.every((name) => cameWith(origin, name) === null))
    return "the person came with no click id of Google (gclid, gbraid, wbraid), so that it cannot tell whose conversion it is";
  return isDaysAfter(delivery.attempted_at, origin.first_submitted_at, clickDays)
    ? `the click was more than ${clickDays} days ago, and Google takes nothing that old`
    : null;
}
