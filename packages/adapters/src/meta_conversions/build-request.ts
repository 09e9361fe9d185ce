import { sha256Hex } from "@leadrelay/core/ids/sha256-hex";
import type { OutgoingDelivery, OutgoingRequest, SentDelivery } from "../adapter.ts";
import { cameWith, conversionOf } from "../conversions/conversion-of.ts";
import { jsonRequest } from "../json-request.ts";
import { e164Of } from "../lead/contact-parts.ts";
import { usualVersion, type MetaSettings } from "./settings.ts";

export const metaHost = "graph.facebook.com";

/** One event a request: a bad one would refuse the others beside it. */
export function sentBody(settings: MetaSettings, delivery: SentDelivery): Record<string, unknown> {
  const { name, happenedAt, value } = conversionOf(settings, delivery);
  const { test_event_code } = settings;
  return {
    data: [
      {
        event_name: name,
        event_time: Math.floor(happenedAt / 1_000),
        event_id: delivery.delivery_public_id,
        action_source: "system_generated",
        user_data: userData(settings, delivery),
        custom_data: {
          event_source: "crm",
          lead_event_source: "LeadRelay",
          ...(value === null ? {} : { value: value.amount, currency: value.currency }),
        },
      },
    ],
    ...(test_event_code ? { test_event_code } : {}),
  };
}

/** By whom Meta knows a person: its own ids as they are (a lead's has more digits than a number of JavaScript), contact details hashed. */
function userData(settings: MetaSettings, delivery: SentDelivery): Record<string, unknown> {
  const { payload } = delivery.event;
  const { origin } = conversionOf(settings, delivery);
  const [lead_id, fbclid] = [cameWith(origin, "meta_lead_id"), cameWith(origin, "fbclid")];
  const email = payload.email?.trim().toLowerCase() ?? "";
  const phone = e164Of(payload.phone_mobile ?? "")?.slice(1) ?? "";
  return {
    ...(lead_id === null ? {} : { lead_id }),
    ...(fbclid === null ? {} : { fbc: `fb.1.${origin.first_submitted_at}.${fbclid}` }),
    ...(email.length > longestEmail || !email.includes("@") ? {} : { em: [sha256Hex(email)] }),
    ...(phone === "" ? {} : { ph: [sha256Hex(phone)] }),
  };
}

const longestEmail = 254;

export const buildRequest = (settings: MetaSettings, delivery: OutgoingDelivery): OutgoingRequest =>
  jsonRequest(
    `https://${metaHost}/${settings.api_version ?? usualVersion}/${settings.dataset}/events`,
    sentBody(settings, delivery),
    { headers: { authorization: `Bearer ${settings.access_token}` } },
  );
