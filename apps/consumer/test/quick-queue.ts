import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { deliverMessages, testDependencies, testNow } from "./deliver-messages.ts";
import { fakeQueue, type FakeQueue } from "./fake-queue.ts";

/** A queue `leads` whose consumer is quick: it has handled a batch, a moment after `testNow`, before whoever sent it goes on. */
export function quickQueue(): FakeQueue<SubmissionMessage> {
  const queue = fakeQueue<SubmissionMessage>();
  const sendBatch = queue.sendBatch.bind(queue);
  queue.sendBatch = async (messages) => {
    const all = [...messages];
    const sent = await sendBatch(all);
    await deliverMessages(
      all.map(({ body }) => body),
      testDependencies({ now: () => testNow + queue.calls }),
    );
    return sent;
  };
  return queue;
}
