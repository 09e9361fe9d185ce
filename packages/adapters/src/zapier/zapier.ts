import * as z from "zod/mini";
import type { Adapter, Classification, OutgoingDelivery, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, retryLater } from "../classify-status.ts";
import { jsonRequest } from "../json-request.ts";
import { flatEvent } from "../lead/flat-event.ts";
import { parseAnswer } from "../parse-answer.ts";
import { oneRequest } from "../steps/one-request.ts";
import { zapierSettings, type ZapierSettings } from "./settings.ts";

/** Zapier catch hooks. A 200 means received: it says so for a Zap that is off, too (help.zapier.com, Webhooks by Zapier). */
export const zapier: Adapter<ZapierSettings> = {
  ...zapierSettings,
  kind: "zapier",
  title: "Zapier",
  guide: [
    "In the Zap choose Webhooks by Zapier as its trigger, with the event Catch Hook, and copy its address.",
    "Send a test from here, then let Zapier find it: its fields can be mapped from then on.",
    "Publish the Zap: Zapier takes leads for one that is off, and runs none.",
  ],
  // 429 above 30 requests a second at one address, or 10 000 in five minutes.
  perSecond: 30,
  confirmedBy: ["callback"],
  sentWithoutStorage: false,
  mapping: "body",
  takesNotices: true,
  sentBody: flatEvent,
  steps: oneRequest(
    (settings: ZapierSettings, delivery: OutgoingDelivery) =>
      jsonRequest(settings.url, flatEvent(settings, delivery)),
    classify,
  ),
};

const answerSchema = z.object({ status: z.string() });

/** Zapier asks to send again what it answers with anything but 200; a redirect alone would only be followed elsewhere. */
function classify(response: ReceivedResponse): Classification {
  if (response.status >= 300 && response.status < 400) return classifyStatus(response);
  if (response.status !== 200) return retryLater(response);
  const said = parseAnswer(answerSchema, response);
  return said !== undefined && said.status !== "success" ? retryLater(response) : { outcome: "delivered" };
}
