import type { AgainFilter } from "@leadrelay/contracts/replay";
import { sql, type RawBuilder } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import type { Scope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { oneOf } from "./one-of.ts";
import {
  toCandidate,
  type CandidatePage,
  type CandidateRow,
  type ReplayCandidate,
} from "./replay-candidate.ts";

type DeliveryFilter = Exclude<AgainFilter, { status: "dead" }>;

/** A client's deliveries, oldest first. `limit` of them are looked at, whatever the filter wants. */
export function deliveryCandidates(
  scope: Scope,
  clientId: string,
  filter: DeliveryFilter,
  { until, plannedAt, after, limit }: Omit<CandidatePage, "filter">,
): Statement<ReplayCandidate[]> {
  requireClient(scope, clientId);
  const [at, leadId, eventId, destinationId] = after ?? [filter.since ?? 0, -1, "", ""];
  const query = sql<CandidateRow>`
    SELECT ${wanted(filter, plannedAt)} AS matches, found.created_at AS at, 'delivery' AS kind, letter.id AS letter_id,
      letter.state AS letter_state, found.lead_id, found.event_id, found.destination_id, found.status, found.attempts,
      found.next_attempt_at, found.replay_id,
      EXISTS (SELECT 1 FROM events WHERE events.lead_id = found.lead_id AND events.id = found.event_id) AS has_payload
    FROM (
      SELECT * FROM deliveries
      WHERE client_id = ${clientId} AND created_at <= ${until}
        AND (created_at, lead_id, event_id, destination_id) > (${at}, ${leadId}, ${eventId}, ${destinationId})
      ORDER BY created_at, lead_id, event_id, destination_id LIMIT ${limit}
    ) AS found
    LEFT JOIN dead_letters AS letter ON letter.id = found.dead_letter_id
    ORDER BY found.created_at, found.lead_id, found.event_id, found.destination_id`;
  return rowsOf(
    query.compile(queries),
    toCandidate((row) => [row.at, row.lead_id ?? 0, row.event_id ?? "", row.destination_id ?? ""]),
  );
}

function wanted(filter: DeliveryFilter, plannedAt: number): RawBuilder<unknown> {
  const conditions = [
    filter.status === "any" ? [] : [sql`found.status = ${filter.status}`],
    // What died or was cancelled since the plan was made is not its.
    [sql`NOT (found.status IN ('dead', 'cancelled') AND coalesce(found.settled_at, 0) > ${plannedAt})`],
    oneOf(sql`found.destination_id`, filter.destination_ids),
    oneOf(formOf, filter.form_ids),
  ];
  return sql`(${sql.join(conditions.flat(), sql` AND `)})`;
}

const formOf = sql`coalesce(found.form_id, (SELECT known.form_id FROM events CROSS JOIN lead_submissions AS known
  ON known.client_id = found.client_id AND known.public_id = events.submission_public_id
  WHERE events.lead_id = found.lead_id AND events.id = found.event_id))`;
