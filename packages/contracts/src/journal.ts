import type { QueuedMessage } from "./queued-message.ts";

/**
 * The local stack's intake journal (service binding `JOURNAL`, absent in production, where Queues is durable):
 * every accepted message until it is committed. `put` replaces the entry of the same id (`idOfMessage`).
 */
export interface Journal {
  put(messages: QueuedMessage[]): Promise<void>;
  del(ids: string[]): Promise<void>;
  /** Entries not written for `untouchedForMs`, oldest first, at most `limit`; the gap doubles with each listing. */
  listStale(untouchedForMs: number, limit: number): Promise<QueuedMessage[]>;
}
