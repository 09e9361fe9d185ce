import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { KvRecord } from "../kv-records.ts";

/** Kept with a spilled record in KV. */
export interface SpillMetadata {
  /** Sends refused while the queue took others. */
  failures: number;
}

/** A submission that the queue refused and KV took. */
export interface Spilled extends KvRecord<SpillMetadata> {
  message: SubmissionMessage;
}

/** undefined for a record that is no submission. */
export function parseSpilled(record: KvRecord<SpillMetadata>): Spilled | undefined {
  const message = parseSubmissionText(record.text);
  return message && { ...record, message };
}
