import * as z from "zod/mini";
import type { Classification, ReceivedResponse } from "../adapter.ts";
import { classifyStatus, describeResponse, isTaken, retryLater } from "../classify-status.ts";
import { parseAnswer } from "../parse-answer.ts";

const messageSchema = z.object({ id: z.string() });
const errorSchema = z.object({
  code: z.optional(z.number()),
  retry_after: z.optional(z.number().check(z.nonnegative())),
  global: z.optional(z.boolean()),
});

/** Of Discord's JSON errors (docs.discord.com, Opcodes and status codes). */
const unknownChannel = 10_003;
const invalidWebhookToken = 50_027;

/**
 * Discord shuts out an address from which too many 401, 403 and 429 come, and ours is shared: a webhook that is no more is gone at once, and
 * while Discord is shut to all of us nothing is sent.
 */
export function classify(response: ReceivedResponse): Classification {
  if (isTaken(response)) {
    const message = parseAnswer(messageSchema, response);
    return { outcome: "delivered", ...(message && { receiverId: message.id }) };
  }
  const { code, retry_after, global } = parseAnswer(errorSchema, response) ?? {};
  const error = describeResponse(response);
  if (response.status === 429) {
    const waitMs = retry_after === undefined ? undefined : Math.ceil(retry_after * 1000);
    const later = retryLater(response, waitMs);
    return global === true && "waitMs" in later ? { outcome: "hold", error, waitMs: later.waitMs } : later;
  }
  // A thread that is not there says nothing of the webhook.
  if (response.status === 404 && code !== unknownChannel) return { outcome: "gone", error };
  if (response.status === 401 && code === invalidWebhookToken) return { outcome: "gone", error };
  return classifyStatus(response);
}
