import { parseQueuedText, type QueuedMessage } from "@leadrelay/contracts/queued-message";
import type { KvRecord } from "../kv-records.ts";

/** A submission, or a callback, that the queue refused and KV took. */
export interface Spilled extends KvRecord {
  message: QueuedMessage;
}

/** What is kept in mind of a refused record until the run knows whose fault it was: not the record, a run may meet hundreds. */
export interface Refused {
  key: string;
  bytes: number;
}

/** undefined for a record that is neither. */
export function parseSpilled(record: KvRecord): Spilled | undefined {
  const message = parseQueuedText(record.text);
  return message && { ...record, message };
}
