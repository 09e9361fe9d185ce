import { join } from "node:path";
import { unstable_readConfig as readConfig } from "wrangler";
import { repositoryRoot } from "../../src/settings/repository-root.ts";

/** How the consumer takes a queue's messages. */
export interface QueueSettings {
  queue: string;
  maxBatchSize: number;
  /** How long messages wait for others before a batch goes that is not full. */
  maxBatchTimeoutMs: number;
  /** Invocations at once; Infinity where the file leaves it to Cloudflare. */
  maxConcurrency: number;
  maxRetries: number;
  retryDelaySeconds: number;
  deadLetterQueue: string | null;
}

export interface Queues {
  consumed: readonly QueueSettings[];
  /** The queue behind a producer's binding. Throws when the file names none. */
  queueOf: (binding: string) => string;
}

/** What the file says; Wrangler's own type of it says nothing here. */
interface QueuesOfFile {
  producers?: readonly { binding: string; queue: string }[];
  consumers?: readonly {
    queue: string;
    max_batch_size?: number;
    max_batch_timeout?: number;
    max_concurrency?: number | null;
    max_retries?: number;
    retry_delay?: number;
    dead_letter_queue?: string;
  }[];
}

/** The queues of wrangler.consumer.toml; what it leaves out is as Cloudflare has it (developers.cloudflare.com/queues/configuration). */
export function readQueues(): Queues {
  const file = join(repositoryRoot, "wrangler.consumer.toml");
  const { consumers = [], producers = [] }: QueuesOfFile = readConfig({ config: file }).queues;
  return {
    consumed: consumers.map((consumer) => ({
      queue: consumer.queue,
      maxBatchSize: consumer.max_batch_size ?? 10,
      maxBatchTimeoutMs: (consumer.max_batch_timeout ?? 5) * 1_000,
      maxConcurrency: consumer.max_concurrency ?? Number.POSITIVE_INFINITY,
      maxRetries: consumer.max_retries ?? 3,
      retryDelaySeconds: consumer.retry_delay ?? 0,
      deadLetterQueue: consumer.dead_letter_queue ?? null,
    })),
    queueOf(binding) {
      const found = producers.find((producer) => producer.binding === binding);
      if (found === undefined) throw new Error(`${file} has no queue bound as ${binding}`);
      return found.queue;
    },
  };
}
