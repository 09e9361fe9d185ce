import type { OutgoingDelivery } from "../adapter.ts";
import { cameWith, conversionOf, isDaysAfter, isTest, noConversion } from "../conversions/conversion-of.ts";
import type { MetaSettings } from "./settings.ts";

/** Meta takes an event for so long after it happened, and counts a stage for so long after its lead came. */
const eventDays = 7;
const stageDays = 28;

/** What Meta could do nothing with. */
export function nothingToSend(settings: MetaSettings, delivery: OutgoingDelivery): string | null {
  const none = noConversion(settings, delivery);
  if (none !== null) return none;
  if (isTest(delivery))
    return settings.test_event_code
      ? null
      : "a test would count as a conversion: set test_event_code, as Events Manager shows it under Test events";
  const { happenedAt, origin } = conversionOf(settings, delivery);
  if (cameWith(origin, "meta_lead_id") === null && cameWith(origin, "fbclid") === null)
    return "the person came with neither a lead id nor a click id of Meta, so that it cannot tell whose conversion it is";
  if (isDaysAfter(happenedAt, origin.first_submitted_at, stageDays))
    return `the lead came to this stage more than ${stageDays} days after it came, and Meta counts none that late`;
  return isDaysAfter(delivery.attempted_at, happenedAt, eventDays)
    ? `it happened more than ${eventDays} days ago, and Meta takes nothing that old`
    : null;
}
