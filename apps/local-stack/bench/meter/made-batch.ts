/** A message of a batch that was handed to a handler without a queue, to be handed over again. */
interface Retried {
  index: number;
  /** null: as the queue's settings say. */
  delaySeconds: number | null;
}

/** What became of such a batch. */
export interface BatchOutcome {
  acked: number;
  retried: Retried[];
}

/** A batch as the queue would hand it over. @param tries Of each message, the one under way included; 1 without it. */
export function madeBatch(queue: string, bodies: readonly unknown[], tries: readonly number[] = []) {
  const outcome: BatchOutcome = { acked: 0, retried: [] };
  const ack = () => void (outcome.acked += 1);
  const retry = (index: number, options?: QueueRetryOptions) =>
    void outcome.retried.push({ index, delaySeconds: options?.delaySeconds ?? null });
  const messages = bodies.map((body, index) => ({
    id: String(index),
    timestamp: new Date(),
    body,
    attempts: tries[index] ?? 1,
    ack,
    retry: (options?: QueueRetryOptions) => retry(index, options),
  }));
  const retryAll = (options?: QueueRetryOptions) => bodies.forEach((_body, index) => retry(index, options));
  const metadata = { metrics: { backlogCount: 0, backlogBytes: 0 } };
  return { outcome, batch: { queue, messages, metadata, ackAll() {}, retryAll } };
}
