import type { EventRow, SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

/** Of all that submissions and events say, read as the code reads it, in the order of their keys. */
export interface TextsChecksum {
  rows: number;
  sha256: string;
  /** Rows in the layout of before. */
  old: number;
}

export function textsChecksum(database: DatabaseSync): TextsChecksum {
  const hash = createHash("sha256");
  let [rows, old] = [0, 0];
  for (const row of database.prepare(submissions).iterate() as Iterable<unknown>) {
    const submission = row as SubmissionRow;
    rows += 1;
    if (submission.decision_json.includes('"matched_by"')) old += 1;
    hash.update(`${submission.public_id} ${submission.payload_json} ${inOrder(parseTrace(submission))}\n`);
  }
  for (const row of database.prepare(events).iterate() as Iterable<unknown>) {
    const event = row as EventRow;
    rows += 1;
    if (event.payload_json.startsWith("{")) old += 1;
    hash.update(`${event.id} ${JSON.stringify(readPayload(event))}\n`);
  }
  return { rows, sha256: hash.digest("hex"), old };
}

const whole = (column: string) =>
  `iif(${column} GLOB '@*', (SELECT text FROM long_texts WHERE id = substr(${column}, 2)), ${column}) AS ${column}`;
const submissions = `SELECT public_id, ${whole("payload_json")}, ${whole("decision_json")} FROM lead_submissions
  ORDER BY lead_id, submission_number`;
const events = `SELECT id, lead_id, type, submission_public_id, ${whole("payload_json")} FROM events ORDER BY lead_id, id`;

/** A trace as JSON whose names stand in one order, whatever layout it was read from. */
const inOrder = (trace: object | undefined) =>
  JSON.stringify(Object.entries(trace ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)));
