import * as z from "zod/mini";
import type { Classification, ReceivedResponse, StepEnd } from "../adapter.ts";
import { classifyStatus, isTaken, refuse, retryLater } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const answerSchema = z.object({
  ok: z.optional(z.boolean()),
  error_code: z.optional(z.number()),
  result: z.optional(z.object({ message_id: z.number() })),
  parameters: z.optional(
    z.object({
      migrate_to_chat_id: z.optional(z.union([z.number(), z.string()])),
      retry_after: z.optional(z.number().check(z.nonnegative())),
    }),
  ),
});

/** What Telegram answers, by its body where that says more than the status (core.telegram.org/bots/api, Making requests). */
export function classify(response: ReceivedResponse): Classification {
  const answer = parseAnswer(answerSchema, response);
  const hasFailed = answer?.ok === false;
  if (isTaken(response) && !hasFailed) {
    const id = answer?.result?.message_id;
    return { outcome: "delivered", ...(id === undefined ? {} : { receiverId: String(id) }) };
  }
  const told = { ...response, status: (hasFailed ? answer.error_code : undefined) ?? response.status };
  const seconds = answer?.parameters?.retry_after;
  if (told.status === 429 && seconds !== undefined) return retryLater(told, seconds * 1000);
  if (hasFailed && [401, 404].includes(told.status))
    return refuse(told, "Telegram knows no bot with this token");
  return isTaken(told) ? refuse(told) : classifyStatus(told);
}

/** A group that became a supergroup has another id from then on: its message goes there at once. */
export function classifyFirst(response: ReceivedResponse): StepEnd {
  const moved = parseAnswer(answerSchema, response)?.parameters?.migrate_to_chat_id;
  return moved === undefined || isTaken(response)
    ? classify(response)
    : { outcome: "onward", kept: { chat_id: String(moved) } };
}
