import type { Adapter, Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, retryLater } from "../classify-status.ts";
import { oneRequest } from "../steps/one-request.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { makeSettings, type MakeSettings } from "./settings.ts";

/** Make.com custom webhooks. A 2xx means queued in Make, not run: `confirmed` is the later callback. */
export const make: Adapter<MakeSettings> = {
  ...makeSettings,
  kind: "make",
  title: "Make.com",
  guide: [
    "In the scenario add Webhooks, Custom webhook as its first module, and copy its address.",
    "Where the webhook asks for an API key, copy that, too.",
    "Switch the scenario on: Make takes leads for one that is off, and runs none.",
  ],
  // 429 above 300 requests in ten seconds.
  perSecond: 30,
  confirmedBy: ["callback"],
  sentWithoutStorage: true,
  mapping: "body",
  believes2xx: () => true,
  sentBody,
  steps: oneRequest(buildRequest, classify),
};

/** Make says 400 both for a full queue, which passes, and for a data structure that does not match, which does not. */
function classify(response: ReceivedResponse): Classification {
  const queueIsFull = response.status === 400 && /queue is full/i.test(response.body);
  return queueIsFull ? retryLater(response) : classifyStatus(response);
}
