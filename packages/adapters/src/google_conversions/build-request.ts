import type { OutgoingDelivery, OutgoingRequest, SentDelivery, StepContext } from "../adapter.ts";
import { cameWith, conversionOf, isTest } from "../conversions/conversion-of.ts";
import { jsonRequest } from "../json-request.ts";
import type { GoogleSettings } from "./settings.ts";

export const googleHost = "datamanager.googleapis.com";

/** In Google's order of preference: an event has one of them. */
export const clickIds = ["gclid", "gbraid", "wbraid"] as const;

/** Google is told by the click alone who it was: no contact detail of anybody. */
export function sentBody(settings: GoogleSettings, delivery: SentDelivery): Record<string, unknown> {
  const { name, happenedAt, value, origin } = conversionOf(settings, delivery);
  const click = clickIds.find((one) => cameWith(origin, one) !== null);
  const accountOf = (given: string) => ({
    accountType: "GOOGLE_ADS",
    accountId: given.replaceAll("-", ""),
  });
  return {
    destinations: [
      {
        operatingAccount: accountOf(settings.customer),
        ...(settings.manager ? { loginAccount: accountOf(settings.manager) } : {}),
        productDestinationId: name,
      },
    ],
    events: [
      {
        adIdentifiers: click === undefined ? {} : { [click]: cameWith(origin, click) },
        transactionId: delivery.delivery_public_id,
        eventTimestamp: new Date(happenedAt).toISOString(),
        ...(value === null ? {} : { conversionValue: value.amount, currency: value.currency }),
      },
    ],
    // Google looks at it, and counts nothing.
    ...(isTest(delivery) ? { validateOnly: true } : {}),
  };
}

export const buildRequest = (
  settings: GoogleSettings,
  delivery: OutgoingDelivery,
  { token }: StepContext,
): OutgoingRequest =>
  jsonRequest(`https://${googleHost}/v1/events:ingest`, sentBody(settings, delivery), {
    headers: { authorization: `Bearer ${token}` },
  });
