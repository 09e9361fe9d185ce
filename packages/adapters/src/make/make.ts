import type { Adapter, Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, retryLater } from "../classify-status.ts";
import { readSettings } from "../read-settings.ts";
import { urlHint } from "../url-hint.ts";
import { buildRequest, sentBody } from "./build-request.ts";
import { makeSettingsSchema, type MakeSettings } from "./settings.ts";

/** Make.com custom webhooks. A 2xx means queued in Make, not run: `confirmed` is the later callback. */
export const make: Adapter<MakeSettings> = {
  kind: "make",
  exampleSettings: {
    url: "https://hook.eu2.make.com/abcdefghijklmnopqrstuvwxyzab12",
    api_key: null,
    send_attribution: false,
  },
  settingsHelp:
    "make: `url`, the address of a custom webhook, `api_key`, what its `x-make-apikey` should be, or null, and `send_attribution`, whether it gets campaign, click ids, landing page and referrer of this submission and of the lead's first, too; false unless set.",
  // 429 above 300 requests in ten seconds.
  perSecond: 30,
  sentWithoutStorage: true,
  parseSettings: (settings) => readSettings("make", makeSettingsSchema, settings),
  addresses: ({ url }) => [{ setting: "url", url }],
  showSettings: ({ url, api_key, send_attribution = false }) => ({
    url_hint: urlHint(url),
    has_api_key: Boolean(api_key),
    send_attribution,
  }),
  sentBody,
  buildRequest,
  classify,
};

/** Make says 400 both for a full queue, which passes, and for a data structure that does not match, which does not. */
function classify(response: ReceivedResponse): Classification {
  const queueIsFull = response.status === 400 && /queue is full/i.test(response.body);
  return queueIsFull ? retryLater(response) : classifyStatus(response);
}
