import * as z from "zod/mini";
import type { Classification, ReceivedResponse } from "../adapter.ts";
import {
  classifyStatus,
  describeResponse,
  isTaken,
  refuse,
  retryLater,
  waitAsked,
} from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const answerSchema = z.object({
  ErrorCode: z.number(),
  MessageID: z.optional(z.string()),
});

/** Not allowed to send, account pending, account may not send: nothing passes until Postmark lets the account. */
const heldUp = new Set([405, 412, 413]);
/** Maintenance, too many requests. */
const passing = new Set([100, 429]);
const badToken = 10;

/** What Postmark answers: its own code says more than the status (postmarkapp.com/developer/api/overview, Error codes). */
export function classify(response: ReceivedResponse): Classification {
  const answer = parseAnswer(answerSchema, response);
  const code = answer?.ErrorCode ?? 0;
  if (heldUp.has(code))
    return { outcome: "hold", error: describeResponse(response), waitMs: waitAsked(response) };
  if (passing.has(code)) return retryLater(response);
  if (code === badToken) return refuse(response, "Postmark does not take this server token");
  if (!isTaken(response)) return classifyStatus(response);
  if (code !== 0) return refuse(response);
  const id = answer?.MessageID;
  return { outcome: "delivered", ...(id === undefined ? {} : { receiverId: id }) };
}
