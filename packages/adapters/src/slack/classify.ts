import type { Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, describeResponse, isTaken, refuse, retryLater } from "../classify-status.ts";

/** The channel or the webhook is no more; some of them come with 404, which elsewhere may pass. */
const goneWords = new Set([
  "channel_is_archived",
  "channel_not_found",
  "no_active_hooks",
  "no_service",
  "no_team",
]);
const passingWords = new Set(["rollup_error", "rate_limited", "ratelimited"]);

/** Slack answers `ok`, or one word for what is wrong (docs.slack.dev, Handling errors of incoming webhooks). */
export function classify(response: ReceivedResponse): Classification {
  const word = response.body.trim();
  if (goneWords.has(word)) return { outcome: "gone", error: describeResponse(response) };
  if (passingWords.has(word)) return retryLater(response);
  if (isTaken(response) && isError(word)) return refuse(response);
  return classifyStatus(response);
}

/** Of several words in one, as all of its errors are. */
const isError = (word: string) => /^[a-z]+(_[a-z]+)+$/.test(word) || /"ok"\s*:\s*false/.test(word);
