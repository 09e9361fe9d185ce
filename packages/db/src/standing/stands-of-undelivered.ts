import { sql } from "kysely";
import type { LeadStand } from "@leadrelay/contracts/lead-stand";
import { jsonValues } from "../lists/json-values.ts";
import { requireClients } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Of a lead so many deliveries are looked at: the first of them say where it stands. */
const mostLookedAt = 8;

/** What needs a person comes first; what no delivery does. */
const stands = ["dead", "held", "waiting", "unsent"] as const satisfies readonly LeadStand[];

/**
 * Where leads stand of which nothing arrived anywhere: by the worst of their deliveries, or `unsent` where nobody is to get them any
 * more, or nobody ever was. Notices about a lead say nothing of that. One read a lead, one for each of its deliveries and their letters.
 */
export function standsOfUndelivered(
  scope: OperatorScope,
  leads: readonly { id: number; client_id: string }[],
): Statement<{ lead_id: number; stands: LeadStand }[]> {
  requireClients(
    scope,
    leads.map(({ client_id }) => client_id),
  );
  return rowsOf(
    sql<{ lead_id: number; rank: number }>`
      SELECT wanted.value ->> 0 AS lead_id, coalesce((
        SELECT min(CASE
          WHEN found.status = 'dead' AND EXISTS (
            SELECT 1 FROM dead_letters AS letter WHERE letter.id = found.dead_letter_id AND letter.state = 'open') THEN 0
          WHEN found.status = 'held' THEN 1
          WHEN found.status IN ('pending', 'in_flight') THEN 2 ELSE 3 END)
        FROM (SELECT d.status, d.dead_letter_id, d.is_notice, d.client_id FROM deliveries AS d
          WHERE d.lead_id = wanted.value ->> 0 LIMIT ${mostLookedAt}) AS found
        WHERE found.is_notice IS NULL AND found.client_id = wanted.value ->> 1), 3) AS rank
      FROM ${jsonValues(leads.map(({ id, client_id }) => [id, client_id]))} AS wanted`.compile(queries),
    ({ lead_id, rank }) => ({ lead_id, stands: stands[rank] ?? "unsent" }),
  );
}
