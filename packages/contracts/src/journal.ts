import type { SubmissionMessage } from "./submission-message.ts";

/**
 * The local stack's intake journal (service binding `JOURNAL`, absent in production, where Queues is durable):
 * every accepted message until it is committed. `put` replaces the entry of the same submission.
 */
export interface Journal {
  put(messages: SubmissionMessage[]): Promise<void>;
  del(submissionIds: string[]): Promise<void>;
  /** Entries not written for `untouchedForMs`, oldest first, at most `limit`; the gap doubles with each listing. */
  listStale(untouchedForMs: number, limit: number): Promise<SubmissionMessage[]>;
}
