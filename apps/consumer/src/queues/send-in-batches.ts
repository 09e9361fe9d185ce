import { chunkBySize, jsonBytes, type ChunkLimits } from "@leadrelay/core/batching/chunk-by-size";

/** Queues take 100 messages and 256 KB a call (developers.cloudflare.com/queues/platform/limits); we stay below. */
export const sendBatchLimits: ChunkLimits = { items: 100, bytes: 200_000 };

/** A message the queue never takes, whatever state it is in. */
export const messageLimitBytes = 128_000;

/** Cuts messages into batches one `sendBatch` takes. Sizes are UTF-8 bytes of the JSON. */
export const queueBatches = <Body>(requests: readonly MessageSendRequest<Body>[]) =>
  chunkBySize(requests, sendBatchLimits, ({ body }) => jsonBytes(body));

/** Sends any number of messages; throws at the first batch the queue refuses, those before it are sent. */
export async function sendInBatches<Body>(queue: Queue<Body>, requests: readonly MessageSendRequest<Body>[]) {
  for (const batch of queueBatches(requests)) await queue.sendBatch(batch);
}
