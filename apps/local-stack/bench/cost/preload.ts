import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";
import { settleDeliveries } from "./settle-deliveries.ts";

const batchSize = 100;
/** Several requests at once hide the way to the Worker and back. */
const lanes = 3;

/** Fills the tables with delivered leads: stored through the real commit, then settled as deliveries leave them. */
export async function preload(
  consumer: ConsumerUnderTest,
  { first, count }: { first: number; count: number },
): Promise<void> {
  let next = first;
  const work = async () => {
    while (next < first + count) {
      const start = next;
      next += batchSize;
      const size = Math.min(batchSize, first + count - start);
      const { acked } = await consumer.handle("leads", makeSubmissions(start, size));
      if (acked !== size) throw new Error(`Only ${acked} of ${size} submissions were stored`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  await settleDeliveries(consumer.database);
}
