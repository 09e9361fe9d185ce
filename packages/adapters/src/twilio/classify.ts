import { optedOutWords } from "@leadrelay/core/reply/opted-out-words";
import * as z from "zod/mini";
import type { Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, isTaken, refuse, retryLater } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const messageSchema = z.object({
  sid: z.string(),
  status: z.optional(z.string()),
  error_code: z.nullish(z.number()),
});
const errorSchema = z.object({ code: z.number() });

/** Too many requests, and a number whose queue is full. */
const passing = new Set([20429, 21611]);

/** What to do about the codes that a team meets (twilio.com/docs/api/errors). */
const said: ReadonlyMap<number, string> = new Map([
  [20003, "Twilio does not take this account SID with this auth token"],
  [21211, "Twilio takes `to` for no phone number"],
  [21408, "the account may not send to this country: allow it under Messaging, Settings, Geo permissions"],
  [21612, "Twilio cannot send from this number to that one"],
  [21614, "`to` is no mobile number"],
  [21617, "the text is too long"],
]);

const optedOut = 21610;

/** A message that was taken is queued; whether it arrives, Twilio tells later. */
export function classify(response: ReceivedResponse): Classification {
  if (isTaken(response)) {
    const message = parseAnswer(messageSchema, response);
    if (message === undefined) return { outcome: "delivered" };
    const hasFailed = message.status === "failed" || typeof message.error_code === "number";
    return hasFailed ? refuse(response) : { outcome: "delivered", receiverId: message.sid };
  }
  const code = parseAnswer(errorSchema, response)?.code ?? 0;
  if (passing.has(code)) return retryLater(response);
  if (code === optedOut) return { ...refuse(response, optedOutWords), outcome: "opted_out" };
  const words = said.get(code);
  return words === undefined ? classifyStatus(response) : refuse(response, words);
}
