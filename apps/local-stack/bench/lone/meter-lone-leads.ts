import { addMeter, newMeter, type Meter } from "../meter/meter.ts";
import { readQueues } from "../runtime/read-queues.ts";
import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";

/** What a lead used that came alone; means. */
export interface LoneUse {
  meter: Meter;
  /** Queue messages, its own among them; each is a batch, and an invocation of the consumer. */
  messages: number;
}

/** Hands over submissions one a batch, and each message that this queues, until nothing is left to do. */
export async function meterLoneLeads(
  consumer: ConsumerUnderTest,
  people: { first: number; count: number },
): Promise<LoneUse> {
  const { queueOf } = readQueues();
  const total = { meter: newMeter(), messages: 0 };
  const handle = async (queue: string, body: unknown): Promise<void> => {
    const { meter, sent, acked } = await consumer.handle(queue, [body]);
    if (acked !== 1) throw new Error(`A message of queue ${queue} was not acked: nothing was measured`);
    addMeter(total.meter, meter);
    total.messages += 1;
    for (const message of sent) await handle(queueOf(message.binding), message.body);
  };
  for (const submission of makeSubmissions(people.first, people.count)) await handle("leads", submission);
  const { calls, statements, rowsRead, rowsWritten } = total.meter;
  const mean = (sum: number) => sum / people.count;
  return {
    meter: {
      calls: mean(calls),
      statements: mean(statements),
      rowsRead: mean(rowsRead),
      rowsWritten: mean(rowsWritten),
    },
    messages: mean(total.messages),
  };
}
