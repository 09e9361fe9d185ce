import { addMeter, newMeter, type Meter } from "../meter/meter.ts";
import type { Invoked } from "../workers/wrap-worker.ts";
import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { makeSubmissions, repeated } from "../submissions/make-submissions.ts";

const batches = 5;
const batchSize = 100;
const leads = batches * batchSize;

/** D1 use per submission, each kind in full batches as production would have them. */
export interface RowsPerSubmission {
  persistNew: Meter;
  deliverNew: Meter;
  duplicate: Meter;
  redelivery: Meter;
  /** Wake-up messages for each new lead. */
  wakeups: number;
}

/** New leads stored and delivered, the same people again, and the same messages again. */
export async function measureRows(
  consumer: ConsumerUnderTest,
  firstPerson: number,
): Promise<RowsPerSubmission> {
  const people = Array.from({ length: batches }, (_, batch) =>
    makeSubmissions(firstPerson + batch * batchSize, batchSize),
  );
  const stored = await handleAll(consumer, "leads", people);
  const delivered = await handleAll(
    consumer,
    "deliveries",
    stored.sent.map(({ body }) => [body]),
  );
  const duplicate = await handleAll(consumer, "leads", people.map(repeated));
  if (duplicate.sent.length > 0) throw new Error("A duplicate was to be delivered: nothing was measured");
  const redelivery = await handleAll(consumer, "leads", people);
  return {
    persistNew: perLead(stored.meter),
    deliverNew: perLead(delivered.meter),
    duplicate: perLead(duplicate.meter),
    redelivery: perLead(redelivery.meter),
    wakeups: stored.sent.length / leads,
  };
}

async function handleAll(
  consumer: ConsumerUnderTest,
  queue: string,
  batches: readonly (readonly unknown[])[],
): Promise<Invoked> {
  const total: Invoked = { meter: newMeter(), sent: [] };
  for (const bodies of batches) {
    const { meter, sent, acked } = await consumer.handle(queue, bodies);
    if (acked !== bodies.length)
      throw new Error(`${queue}: ${acked} of ${bodies.length} messages were acked`);
    addMeter(total.meter, meter);
    total.sent.push(...sent);
  }
  return total;
}

const perLead = ({ calls, statements, rowsRead, rowsWritten }: Meter): Meter => ({
  calls: calls / leads,
  statements: statements / leads,
  rowsRead: rowsRead / leads,
  rowsWritten: rowsWritten / leads,
});
