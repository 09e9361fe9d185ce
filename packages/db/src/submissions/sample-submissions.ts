import type { ToldType } from "@leadrelay/contracts/event-type";
import { readFrozen, type FrozenEvent } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** A submission that told something, as a destination would hear of it. Times in ms UTC. */
export interface SampleSubmission {
  public_id: string;
  form_id: string;
  submitted_at: number;
  /** All that was posted, as JSON. */
  payload_json: string;
  event: FrozenEvent & { id: string; type: ToldType; created_at: number };
}

type Row = Pick<SampleSubmission, "public_id" | "form_id" | "submitted_at" | "payload_json"> & {
  lead_id: number;
  event_json: string | null;
};

/** The client's last submissions, newest first; or one that is named, by its id or its lead's. Those that told nothing are not among them. */
export function sampleSubmissions(
  scope: OperatorScope,
  clientId: string,
  asked: { last: number } | { id: string },
): Statement<SampleSubmission[]> {
  requireClient(scope, clientId);
  const from =
    "last" in asked
      ? sql`(SELECT lead_id, submission_number FROM lead_submissions WHERE client_id = ${clientId} ORDER BY submitted_at DESC LIMIT ${asked.last})`
      : sql`(SELECT lead_id, submission_number FROM lead_submissions WHERE client_id = ${clientId} AND public_id = ${asked.id}
          UNION ALL SELECT l.id, l.submission_count FROM leads AS l WHERE l.client_id = ${clientId} AND l.public_id = ${asked.id})`;
  const query = sql<Row>`
    SELECT s.lead_id, s.public_id, s.form_id, s.submitted_at, ${wholeText("s.payload_json")} AS payload_json, (
      SELECT json_object('id', e.id, 'type', e.type, 'created_at', e.created_at, 'submission_public_id', e.submission_public_id,
        'payload_json', ${wholeText("e.payload_json")})
      FROM events AS e WHERE e.lead_id = s.lead_id AND e.submission_public_id = s.public_id LIMIT 1
    ) AS event_json
    FROM ${from} AS wanted CROSS JOIN lead_submissions AS s
      ON s.lead_id = wanted.lead_id AND s.submission_number = wanted.submission_number
    ORDER BY s.submitted_at DESC`;
  return mapResult(
    rowsOf(query.compile(queries), (row) => row),
    (rows) => rows.flatMap(toSample),
  );
}

/** What this version cannot read is no sample. */
function toSample({ event_json, lead_id, ...row }: Row): SampleSubmission[] {
  if (event_json === null) return [];
  try {
    const { id, type, created_at, ...stored } = JSON.parse(event_json) as SampleSubmission["event"] & {
      submission_public_id: string;
      payload_json: string;
    };
    const frozen = readFrozen({
      lead_id,
      type,
      submission_public_id: stored.submission_public_id,
      payload_json: stored.payload_json,
    });
    return [{ ...row, event: { id, type, created_at, ...frozen } }];
  } catch {
    return [];
  }
}
