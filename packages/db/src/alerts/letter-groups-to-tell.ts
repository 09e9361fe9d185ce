import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { sql } from "kysely";
import { leadOfEvent, wholeEvent } from "../events/lead-of-event.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** Dead letters of one cause at a destination, and the lead of the one that came last; null where that is not known. */
export interface LetterGroupToTell {
  client_id: string;
  destination_id: string;
  cause: string;
  status_code: number | null;
  error: string | null;
  fingerprint: string;
  open: number;
  sample_id: string;
  last_failed_at: number;
  lead: LeadPayload | null;
}

type Row = Omit<LetterGroupToTell, "lead"> & { event_json: string | null };

/** Of more causes in an hour than that those of the first clients are told: whoever asks names another one first each minute. */
const mostCauses = 500;

/**
 * Causes of which a delivery died after that time (ms), of these clients, through the index of open groups. Not those of notices themselves: one
 * that does not arrive brings about no other.
 */
export const letterGroupsToTell = (
  _scope: PipelineScope,
  clientIds: readonly string[],
  since: number,
): Statement<LetterGroupToTell[]> =>
  rowsOf(
    sql<Row>`
      SELECT found.client_id, found.destination_id, found.cause, nullif(found.status_code, 0) AS status_code,
        found.sample_error AS error, found.fingerprint, found.open_count AS open, found.sample_letter_id AS sample_id,
        found.last_failed_at, (
          SELECT ${wholeEvent("e")} FROM events AS e WHERE e.lead_id = letter.lead_id AND e.id = letter.event_id) AS event_json
      FROM json_each(${JSON.stringify(clientIds)}) AS wanted
      CROSS JOIN dead_letter_groups AS found INDEXED BY dead_letter_groups_open
        ON found.client_id = wanted.value AND found.open_count > 0 AND found.last_failed_at > ${since}
      CROSS JOIN dead_letters AS letter ON letter.id = found.sample_letter_id
      WHERE found.kind = 'delivery' AND NOT EXISTS (
        SELECT 1 FROM deliveries AS d WHERE d.lead_id = letter.lead_id AND d.event_id = letter.event_id
          AND d.destination_id = letter.destination_id AND d.is_notice = 1)
      LIMIT ${mostCauses}`.compile(queries),
    ({ event_json, ...row }) => ({ ...row, lead: leadOfEvent(event_json) }),
  );
