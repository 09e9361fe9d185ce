import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { readPayload } from "@leadrelay/core/payload/read-payload";
import type { StoredPayload } from "@leadrelay/core/payload/stored-payload";
import { sql } from "kysely";
import { wholeText } from "../long-texts/whole-text.ts";

/** SQL: a row of `events`, under this name, as JSON that `leadOfEvent` reads. */
export const wholeEvent = (table: string) => {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  return sql`json_object('lead_id', ${of("lead_id")}, 'type', ${of("type")}, 'submission_public_id', ${of("submission_public_id")},
    'payload_json', ${wholeText(`${table}.payload_json`)})`;
};

/** The lead that was sent with an event; null where there is none, or this version does not read it. */
export function leadOfEvent(event: string | null): LeadPayload | null {
  if (event === null) return null;
  try {
    return readPayload(JSON.parse(event) as StoredPayload);
  } catch {
    return null;
  }
}
