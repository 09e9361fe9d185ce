import type { QueuedMessage } from "@leadrelay/contracts/queued-message";

/** Queues limit a sendBatch to 100 messages and 256 KB; the rest of the 256 KB is their envelopes. */
const maxMessages = 100;
const maxBytes = 200_000;
/** The local queue refuses while 10 000 messages are in flight. */
const pauseMs = 250;

/** Sends everything `take` yields; one that the queue refuses is tried until it is taken. Returns how many. */
export async function requeue(
  take: (limit: number) => Promise<QueuedMessage[]>,
  queue: Queue<QueuedMessage>,
): Promise<number> {
  let requeued = 0;
  for (let page = await take(maxMessages); page.length > 0; page = await take(maxMessages)) {
    for (const chunk of chunksOf(page)) await sendUntilTaken(queue, chunk);
    requeued += page.length;
  }
  return requeued;
}

function chunksOf(messages: readonly QueuedMessage[]): QueuedMessage[][] {
  const chunks: QueuedMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const size = new TextEncoder().encode(JSON.stringify(message)).length;
    if (size > room) {
      chunks.push([]);
      room = maxBytes;
    }
    chunks.at(-1)?.push(message);
    room -= size;
  }
  return chunks;
}

async function sendUntilTaken(queue: Queue<QueuedMessage>, messages: QueuedMessage[]): Promise<void> {
  for (;;) {
    try {
      await queue.sendBatch(messages.map((body) => ({ body })));
      return;
    } catch {
      await scheduler.wait(pauseMs);
    }
  }
}
