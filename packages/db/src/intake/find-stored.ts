import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Names a submission within its client. */
export interface SubmissionKey {
  client_id: string;
  submission_id: string;
  /** A person let it out of quarantine: that it was there does not make it stored. */
  isReleased?: boolean;
  /** The same of one that stands among the blocked. */
  isUnblocked?: boolean;
}

/** Keys as one parameter: an element each. */
export const keysJson = (keys: readonly SubmissionKey[]) =>
  JSON.stringify(
    keys.map(({ client_id, submission_id, isReleased = false, isUnblocked = false }) => [
      client_id,
      submission_id,
      isReleased ? 1 : 0,
      isUnblocked ? 1 : 0,
    ]),
  );

/** Which of these submissions are committed already, as a lead's, as blocked or in quarantine. */
export const storedSubmissions = (
  _scope: PipelineScope,
  keys: readonly SubmissionKey[],
): Statement<string[]> => {
  const json = keysJson(keys);
  return rowsOf(
    sql<{ public_id: string }>`
      SELECT s.public_id FROM json_each(${json}) AS j
      CROSS JOIN lead_submissions AS s ON s.client_id = j.value ->> 0 AND s.public_id = j.value ->> 1
      UNION ALL
      SELECT b.public_id FROM json_each(${json}) AS j
      CROSS JOIN blocked_ip_leads AS b ON b.client_id = j.value ->> 0 AND b.public_id = j.value ->> 1
      WHERE j.value ->> 3 = 0
      UNION ALL
      SELECT q.public_id FROM json_each(${json}) AS j
      CROSS JOIN quarantined_submissions AS q ON q.client_id = j.value ->> 0 AND q.public_id = j.value ->> 1
      WHERE j.value ->> 2 = 0`.compile(queries),
    (row) => row.public_id,
  );
};
