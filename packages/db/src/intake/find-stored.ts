import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Names a submission within its client. */
export interface SubmissionKey {
  client_id: string;
  submission_id: string;
}

const keysJson = (keys: readonly SubmissionKey[]) =>
  JSON.stringify(keys.map(({ client_id, submission_id }) => [client_id, submission_id]));

/** Which of these submissions are committed already, as a lead's or as blocked. */
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
      CROSS JOIN blocked_ip_leads AS b ON b.client_id = j.value ->> 0 AND b.public_id = j.value ->> 1`.compile(
      queries,
    ),
    (row) => row.public_id,
  );
};

/** The first id of each reserved range; undefined where nothing had to be reserved. */
export interface ReservedIds {
  leads: number | undefined;
  lead_submissions: number | undefined;
}

/**
 * Reserves as many lead and submission ids as there are keys; writes nothing when all of them are stored already.
 * Ids not used stay a gap.
 */
export const reserveIds = (
  _scope: PipelineScope,
  keys: readonly SubmissionKey[],
): Statement<ReservedIds> => ({
  query: sql`
    UPDATE id_ranges SET next = next + ${keys.length}
    WHERE name IN ('leads', 'lead_submissions') AND EXISTS (
      SELECT 1 FROM json_each(${keysJson(keys)}) AS j
      WHERE NOT EXISTS (
        SELECT 1 FROM lead_submissions AS s WHERE s.client_id = j.value ->> 0 AND s.public_id = j.value ->> 1
      ) AND NOT EXISTS (
        SELECT 1 FROM blocked_ip_leads AS b WHERE b.client_id = j.value ->> 0 AND b.public_id = j.value ->> 1
      )
    )
    RETURNING name, next - ${keys.length} AS first`.compile(queries),
  read: (rows) => {
    const firsts = new Map((rows as { name: string; first: number }[]).map((row) => [row.name, row.first]));
    return { leads: firsts.get("leads"), lead_submissions: firsts.get("lead_submissions") };
  },
});
