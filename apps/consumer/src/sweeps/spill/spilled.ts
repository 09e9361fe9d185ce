import { parseSubmissionText } from "@leadrelay/contracts/parse-submission-message";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { KvRecord } from "../kv-records.ts";

/** A submission that the queue refused and KV took. */
export interface Spilled extends KvRecord {
  message: SubmissionMessage;
}

/** What is kept in mind of a refused record until the run knows whose fault it was: not the record, a run may meet hundreds. */
export interface Refused {
  key: string;
  bytes: number;
}

/** undefined for a record that is no submission. */
export function parseSpilled(record: KvRecord): Spilled | undefined {
  const message = parseSubmissionText(record.text);
  return message && { ...record, message };
}
