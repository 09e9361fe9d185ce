import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, type Statement } from "../statement.ts";
import { keysJson, type SubmissionKey } from "./find-stored.ts";

/** So many ids of leads and as many of submissions, each from the first on, that nobody else is given. */
export interface IdRange {
  leads: number;
  submissions: number;
  count: number;
}

/**
 * Reserves `count` ids of either kind; writes nothing, and returns undefined, when all these submissions are stored already.
 * Ids not used stay a gap.
 */
export const reserveIds = (
  _scope: PipelineScope,
  keys: readonly SubmissionKey[],
  count: number,
): Statement<IdRange | undefined> => ({
  query: sql`
    UPDATE id_ranges SET next = next + ${count}
    WHERE name IN ('leads', 'lead_submissions') AND EXISTS (
      SELECT 1 FROM json_each(${keysJson(keys)}) AS j
      WHERE NOT EXISTS (
        SELECT 1 FROM lead_submissions AS s WHERE s.client_id = j.value ->> 0 AND s.public_id = j.value ->> 1
      ) AND NOT EXISTS (
        SELECT 1 FROM blocked_ip_leads AS b
        WHERE j.value ->> 3 = 0 AND b.client_id = j.value ->> 0 AND b.public_id = j.value ->> 1
      ) AND NOT EXISTS (
        SELECT 1 FROM quarantined_submissions AS q
        WHERE j.value ->> 2 = 0 AND q.client_id = j.value ->> 0 AND q.public_id = j.value ->> 1
      )
    )
    RETURNING name, next - ${count} AS first`.compile(queries),
  read: (rows) => {
    const firsts = new Map((rows as { name: string; first: number }[]).map((row) => [row.name, row.first]));
    const [leads, submissions] = [firsts.get("leads"), firsts.get("lead_submissions")];
    return leads === undefined || submissions === undefined ? undefined : { leads, submissions, count };
  },
});

/**
 * Whether a commit failed because an id of its range was taken: the range was reserved in a database that has since been set back.
 * A submission's shows by the ids of its long texts, which are made of it.
 */
export const isIdTaken = (error: unknown): boolean =>
  /UNIQUE constraint failed: (?:leads|long_texts)\.id\b/.test(String(error));
