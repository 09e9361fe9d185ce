/** Queues take 100 messages and 256 KB a call (developers.cloudflare.com/queues/platform/limits); we stay below. */
const mostMessages = 100;
const mostBytes = 200_000;

/** Cuts messages into batches one `sendBatch` takes. Sizes are UTF-8 bytes of the JSON. */
export function queueBatches<Body>(
  requests: readonly MessageSendRequest<Body>[],
): MessageSendRequest<Body>[][] {
  const batches: MessageSendRequest<Body>[][] = [];
  let bytes = mostBytes;
  for (const request of requests) {
    const size = new TextEncoder().encode(JSON.stringify(request.body)).length;
    const current = batches.at(-1);
    if (current === undefined || current.length >= mostMessages || bytes + size > mostBytes) {
      batches.push([request]);
      bytes = size;
    } else {
      current.push(request);
      bytes += size;
    }
  }
  return batches;
}

/** Sends any number of messages; throws at the first batch the queue refuses, those before it are sent. */
export async function sendInBatches<Body>(queue: Queue<Body>, requests: readonly MessageSendRequest<Body>[]) {
  for (const batch of queueBatches(requests)) await queue.sendBatch(batch);
}
