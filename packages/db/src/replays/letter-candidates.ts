import type { AgainFilter } from "@leadrelay/contracts/replay";
import { sql, type RawBuilder } from "kysely";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { oneOf } from "./one-of.ts";
import {
  toCandidate,
  type CandidatePage,
  type CandidateRow,
  type ReplayCandidate,
} from "./replay-candidate.ts";
import { requirePart } from "../scope/require-part.ts";

type LetterFilter = Extract<AgainFilter, { status: "dead" }>;

/** A client's open letters (null: those without a client), longest dead first. `limit` of them are looked at, whatever the filter wants. */
export function letterCandidates(
  scope: Scope,
  clientId: string | null,
  filter: LetterFilter,
  { until, after, limit }: Omit<CandidatePage, "filter">,
): Statement<ReplayCandidate[]> {
  requirePart(scope, clientId);
  const [at, id] = after ?? [filter.since ?? 0, ""];
  const query = sql<CandidateRow>`
    SELECT ${wanted(filter)} AS matches, found.last_failed_at AS at, found.kind, found.id AS letter_id, 'open' AS letter_state,
      found.lead_id, found.event_id, found.destination_id, sent.status, sent.attempts, sent.next_attempt_at, sent.replay_id,
      iif(found.kind = 'delivery',
        EXISTS (SELECT 1 FROM events WHERE events.lead_id = found.lead_id AND events.id = found.event_id),
        found.has_message) AS has_payload
    FROM (
      SELECT id, kind, cause, client_id, submission_id, lead_id, event_id, destination_id, last_status_code, fingerprint,
        last_failed_at, payload_json IS NOT NULL AS has_message
      FROM dead_letters
      WHERE state = 'open' AND client_id IS ${clientId} AND (last_failed_at, id) > (${at}, ${id}) AND last_failed_at <= ${until}
      ORDER BY last_failed_at, id LIMIT ${limit}
    ) AS found
    LEFT JOIN deliveries AS sent ON found.kind = 'delivery' AND sent.lead_id = found.lead_id
      AND sent.event_id = found.event_id AND sent.destination_id = found.destination_id
    ORDER BY found.last_failed_at, found.id`;
  return rowsOf(
    query.compile(queries),
    toCandidate(({ at, letter_id }) => [at, letter_id ?? ""]),
  );
}

function wanted(filter: LetterFilter): RawBuilder<unknown> {
  const conditions = [
    oneOf(sql`found.kind`, filter.kinds ?? ["delivery"]),
    oneOf(sql`found.destination_id`, filter.destination_ids),
    oneOf(sql`found.cause`, filter.causes),
    oneOf(sql`coalesce(found.last_status_code, 0)`, filter.status_codes),
    oneOf(sql`found.fingerprint`, filter.fingerprints),
    oneOf(formOf, filter.form_ids),
  ];
  return sql`(${sql.join(conditions.flat(), sql` AND `)})`;
}

/** A stored submission has its form in its row, one that never was has it in the letter's message. */
const formOf = sql`iif(found.kind = 'delivery',
  coalesce(sent.form_id, (SELECT form_id FROM lead_submissions AS known
    WHERE known.client_id = found.client_id AND known.public_id = found.submission_id)),
  (SELECT iif(json_valid(payload_json), payload_json ->> '$.form.form_id', NULL) FROM dead_letters AS whole
    WHERE whole.id = found.id))`;
