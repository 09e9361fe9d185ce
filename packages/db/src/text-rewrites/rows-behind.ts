import type { EventRow, SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { RowPlace } from "./rewrite-cursors.ts";

/** How much is read at once. */
export interface Chunk {
  rows: number;
  /** Of all texts together; a row that has more stands alone. */
  characters: number;
}

/** The submissions behind a place, in order, as they are stored: texts that stand elsewhere are not fetched. */
export const submissionsBehind = (
  _scope: PipelineScope,
  [leadId, number]: RowPlace,
  { rows, characters }: Chunk,
): Statement<SubmissionRow[]> =>
  rowsOf(
    sql<SubmissionRow>`
      SELECT s.* FROM (
        SELECT lead_id, submission_number, sum(size) OVER (ORDER BY lead_id, submission_number) - size AS before FROM (
          SELECT lead_id, submission_number, length(payload_json) + length(decision_json) AS size FROM lead_submissions
          WHERE (lead_id, submission_number) > (${leadId}, ${number}) ORDER BY lead_id, submission_number LIMIT ${rows})
      ) AS found
      CROSS JOIN lead_submissions AS s ON s.lead_id = found.lead_id AND s.submission_number = found.submission_number
      WHERE found.before < ${characters}`.compile(queries),
    (row) => row,
  );

/** The same of events. */
export const eventsBehind = (
  _scope: PipelineScope,
  [leadId, id]: RowPlace,
  { rows, characters }: Chunk,
): Statement<EventRow[]> =>
  rowsOf(
    sql<EventRow>`
      SELECT e.* FROM (
        SELECT lead_id, id, sum(size) OVER (ORDER BY lead_id, id) - size AS before FROM (
          SELECT lead_id, id, length(payload_json) AS size FROM events
          WHERE (lead_id, id) > (${leadId}, ${id}) ORDER BY lead_id, id LIMIT ${rows})
      ) AS found
      CROSS JOIN events AS e ON e.lead_id = found.lead_id AND e.id = found.id
      WHERE found.before < ${characters}`.compile(queries),
    (row) => row,
  );
