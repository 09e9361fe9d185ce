import type { ConsumerUnderTest } from "../runtime/start-consumer.ts";
import { makeSubmissions } from "../submissions/make-submissions.ts";

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
  await consumer.database.batch(settled.map((sql) => consumer.database.prepare(sql)));
}

const settled = [
  `UPDATE leads SET last_sent_at = last_submitted_at WHERE last_sent_at IS NULL`,
  `INSERT INTO delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, status_code, started_at, duration_ms)
   SELECT lead_id, event_id, destination_id, 1, client_id, 'delivered', 200, created_at, 20 FROM deliveries WHERE status = 'pending'`,
  `UPDATE deliveries SET status = 'delivered', attempts = 1, settled_at = created_at, next_attempt_at = NULL, last_status_code = 200
   WHERE status = 'pending'`,
];
