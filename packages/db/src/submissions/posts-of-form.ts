import { dayOf } from "@leadrelay/core/statistics/day-of";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A post of a form, as it came. */
export interface PostOfForm {
  public_id: string;
  submitted_at: number;
  /** All that was posted, as JSON. */
  payload_json: string;
}

/** No index tells forms apart: so many of the client's submissions are looked at, from the form's last day with posts back. */
const mostLooked = 500;
/** The form's last day is looked for in the counters of so many. */
const mostDays = 31;

/** The last posts of a form that became submissions, newest first: at most `last`, and of those among the client's last 500 by then. */
export function postsOfForm(
  scope: OperatorScope,
  { client_id, form_id }: { client_id: string; form_id: string },
  { last, nowMs }: { last: number; nowMs: number },
): Statement<PostOfForm[]> {
  requireClient(scope, client_id);
  const query = sql<PostOfForm>`
    SELECT s.public_id, s.submitted_at, ${wholeText("s.payload_json")} AS payload_json FROM (
      SELECT lead_id, submission_number, form_id FROM lead_submissions
      WHERE client_id = ${client_id} AND submitted_at < coalesce((
        SELECT (day + 1) * 86400000 FROM day_counters
        WHERE client_id = ${client_id} AND day >= ${dayOf(nowMs) - mostDays} AND came_json -> ${form_id} IS NOT NULL
        ORDER BY day DESC LIMIT 1), ${nowMs})
      ORDER BY submitted_at DESC LIMIT ${mostLooked}
    ) AS looked CROSS JOIN lead_submissions AS s
      ON s.lead_id = looked.lead_id AND s.submission_number = looked.submission_number
    WHERE looked.form_id = ${form_id} LIMIT ${last}`;
  return rowsOf(query.compile(queries), (row) => row);
}
