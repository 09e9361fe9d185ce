import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { EventRow, SubmissionRow } from "@leadrelay/core/decide/commit-plan";
import { compactTrace } from "@leadrelay/core/decide/compact-trace";
import { compactPayload } from "@leadrelay/core/payload/compact-payload";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { jsonChunks } from "../json-rows.ts";
import { insertLongTexts } from "../long-texts/insert-long-texts.ts";
import { placeEvent } from "../long-texts/place-event.ts";
import { placeSubmission } from "../long-texts/place-submission.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";

/** What was posted and why it was decided so, as a commit of today would store it; rows that are so already are left alone. */
export function rewriteSubmissions(
  _scope: PipelineScope,
  rows: readonly SubmissionRow[],
): Statement<number>[] {
  const placed = rows.map((row) => placeSubmission({ ...row, decision_json: compactTrace(row) }));
  const changed = placed.filter(
    ({ row }, index) =>
      row.payload_json !== rows[index]?.payload_json || row.decision_json !== rows[index]?.decision_json,
  );
  return [
    ...insertLongTexts(
      changed.flatMap(({ longTexts }) => longTexts),
      "stays",
    ),
    ...jsonChunks(
      changed.map(({ row }) => [
        row.lead_id,
        row.submission_number,
        row.payload_json,
        row.decision_json,
        row.unsent_payload,
        row.attribution_json,
      ]),
      "lead_submissions",
    ).map((json) =>
      write(
        sql`UPDATE lead_submissions SET payload_json = j.value ->> 2, decision_json = j.value ->> 3,
            unsent_payload = j.value ->> 4, attribution_json = j.value ->> 5
          FROM json_each(${json}) AS j
          WHERE lead_submissions.lead_id = j.value ->> 0 AND lead_submissions.submission_number = j.value ->> 1`.compile(
          queries,
        ),
      ),
    ),
  ];
}

/** The same of events' payloads. */
export function rewriteEvents(_scope: PipelineScope, rows: readonly EventRow[]): Statement<number>[] {
  const placed = rows.map((row) => placeCompact({ ...row, payload_json: compactPayload(row) }));
  const changed = placed.filter(({ row }, index) => row.payload_json !== rows[index]?.payload_json);
  return [
    ...insertLongTexts(
      changed.flatMap(({ longTexts }) => longTexts),
      "stays",
    ),
    ...jsonChunks(
      changed.map(({ row }) => [row.lead_id, row.id, row.payload_json]),
      "events",
    ).map((json) =>
      write(
        sql`UPDATE events SET payload_json = j.value ->> 2 FROM json_each(${json}) AS j
          WHERE events.lead_id = j.value ->> 0 AND events.id = j.value ->> 1`.compile(queries),
      ),
    ),
  ];
}

function placeCompact(row: EventRow) {
  const submissionId = submissionIdIn(row);
  return submissionId === undefined ? { row, longTexts: [] } : placeEvent(row, submissionId);
}

/** The integer id that a payload names; undefined where it names none, where its text stands elsewhere, or where it is none. */
function submissionIdIn(row: EventRow): number | undefined {
  try {
    const { lead_submission_id: id } = Object(readPayload(row)) as Partial<LeadPayload>;
    return typeof id === "number" && Number.isSafeInteger(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
