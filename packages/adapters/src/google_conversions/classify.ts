import * as z from "zod/mini";
import type { ReceivedResponse, StepEnd } from "../adapter.ts";
import { classifyStatus, isTaken, refuse, retryLater, waitAsked } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const takenAnswer = z.object({ requestId: z.optional(z.string()) });
const errorAnswer = z.object({ error: z.object({ status: z.string() }) });

/** Quotas are counted by the minute. */
const quotaMs = 60_000;

/** Taken is not counted yet: Google looks at events later, and tells by the id of the request. */
export function classify(response: ReceivedResponse): StepEnd {
  const { status, body } = response;
  if (isTaken(response)) {
    const taken = parseAnswer(takenAnswer, response);
    if (taken === undefined) return refuse(response, "Google took no event");
    return {
      outcome: "delivered",
      ...(taken.requestId === undefined ? {} : { receiverId: taken.requestId }),
    };
  }
  const answered = classifyStatus(response);
  if (status === 401 && "error" in answered) return { outcome: "stale_token", error: answered.error };
  if (status === 429) return retryLater(response, Math.max(quotaMs, waitAsked(response) ?? 0));
  if (status !== 403) return answered;
  if (/SERVICE_DISABLED|it is disabled/.test(body))
    return refuse(response, "switch the Data Manager API on in the service account's project");
  return parseAnswer(errorAnswer, response)?.error.status === "PERMISSION_DENIED"
    ? refuse(
        response,
        "make the service account's client_email a user of the Google Ads account, or name its manager account",
      )
    : answered;
}
