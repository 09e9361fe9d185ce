import type { ToldType } from "@leadrelay/contracts/event-type";
import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";
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

/** More causes in an hour than that are told as they come again. */
const mostCauses = 500;

/**
 * Causes of which a delivery died after that time (ms), of these clients, through the index of open groups. Not those of alerts themselves: an
 * alert that does not arrive brings about no other.
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
          SELECT json_object('lead_id', e.lead_id, 'type', e.type, 'submission_public_id', e.submission_public_id,
            'payload_json', ${wholeText("e.payload_json")})
          FROM events AS e WHERE e.lead_id = letter.lead_id AND e.id = letter.event_id) AS event_json
      FROM json_each(${JSON.stringify(clientIds)}) AS wanted
      CROSS JOIN dead_letter_groups AS found INDEXED BY dead_letter_groups_open
        ON found.client_id = wanted.value AND found.open_count > 0 AND found.last_failed_at > ${since}
      CROSS JOIN dead_letters AS letter ON letter.id = found.sample_letter_id
      WHERE found.kind = 'delivery' AND letter.lead_id <> 0 LIMIT ${mostCauses}`.compile(queries),
    ({ event_json, ...row }) => ({ ...row, lead: leadOf(event_json) }),
  );

/** A payload that this version does not read is none. */
function leadOf(event: string | null): LeadPayload | null {
  if (event === null) return null;
  try {
    return readPayload(
      JSON.parse(event) as {
        lead_id: number;
        type: ToldType;
        submission_public_id: string;
        payload_json: string;
      },
    );
  } catch {
    return null;
  }
}
