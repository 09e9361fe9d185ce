import type { Adapter, Classification, OutgoingDelivery, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, describeResponse, refuse, waitAsked } from "../classify-status.ts";
import { jsonRequest } from "../json-request.ts";
import { flatEvent } from "../lead/flat-event.ts";
import { oneRequest } from "../steps/one-request.ts";
import { n8nSettings, type N8nSettings } from "./settings.ts";

/** n8n's Webhook node. With "Respond immediately" a 2xx means queued there, not run. */
export const n8n: Adapter<N8nSettings> = {
  ...n8nSettings,
  kind: "n8n",
  title: "n8n",
  guide: [
    "Begin the workflow with a Webhook node and set its HTTP Method to POST.",
    "Copy its Production URL, not its Test URL, which works once and only while the editor listens.",
    "Where its authentication is Header Auth, copy name and value of that credential, too.",
    "Publish the workflow: n8n answers 404 for one that is not.",
  ],
  perSecond: 10,
  confirmedBy: ["callback", "id"],
  sentWithoutStorage: false,
  mapping: "body",
  takesNotices: true,
  believes2xx: () => true,
  sentBody: flatEvent,
  steps: oneRequest(buildRequest, classify),
};

function buildRequest(settings: N8nSettings, delivery: OutgoingDelivery) {
  const { url, header_name, header_value } = settings;
  const headers = header_name != null && header_value != null ? { [header_name]: header_value } : {};
  return jsonRequest(url, flatEvent(settings, delivery), { headers });
}

const longestError = 300;

/** A 404 is an unpublished workflow, or a published one for a moment after n8n was started; or a node that waits for another method. */
function classify(response: ReceivedResponse): Classification {
  const { status, body } = response;
  if (status !== 404) return classifyStatus(response);
  if (/did you mean to make a \w+ request/i.test(body))
    return refuse(response, "its Webhook node waits for another method: set its HTTP Method to POST");
  if (!/is not registered/i.test(body)) return classifyStatus(response);
  return {
    outcome: "retry",
    error: `is the workflow published? (${describeResponse(response)})`.slice(0, longestError),
    waitMs: waitAsked(response),
  };
}
