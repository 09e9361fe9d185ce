import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { jsonBytes } from "@leadrelay/core/batching/chunk-by-size";

/** A message that is larger leaves its payload in KV, as the producer's does. */
const largestMessageBytes = 100_000;
const parkingTimeLimitMs = 3_000;

/** The message as the queue takes it. Throws when KV does not take what is too big for one. */
export async function fitMessage(
  message: SubmissionMessage,
  { kv }: { kv: KVNamespace },
): Promise<SubmissionMessage> {
  if (message.payload === null || jsonBytes(message) <= largestMessageBytes) return message;
  const key = kvKeys.payload(message.submission_id);
  await withTimeLimit(parkingTimeLimitMs, kv.put(key, JSON.stringify(message.payload)));
  return { ...message, payload: null };
}
