import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { sql } from "kysely";
import { leadOfEvent, wholeEvent } from "../events/lead-of-event.ts";
import type { Scope } from "../scope.ts";
import { requireClient } from "../scope/require-client.ts";
import { mapResult, queries, rowsOf, type Statement } from "../statement.ts";

/** A lead is one person: of what has more events than that some are looked at. */
const mostLookedAt = 200;

/** What was made to be sent of a lead last, notices aside; null where that is nothing, or is not kept. */
export function lastSentOfLead(
  scope: Scope,
  lead: { id: number; client_id: string },
): Statement<LeadPayload | null> {
  requireClient(scope, lead.client_id);
  const query = sql<{ event_json: string }>`
    SELECT ${wholeEvent("e")} AS event_json FROM (
      SELECT * FROM events WHERE lead_id = ${lead.id} AND client_id = ${lead.client_id} LIMIT ${mostLookedAt}) AS e
    WHERE e.submission_public_id <> '' ORDER BY e.created_at DESC LIMIT 1`;
  return mapResult(
    rowsOf(query.compile(queries), ({ event_json }) => leadOfEvent(event_json)),
    ([sent = null]) => sent,
  );
}
