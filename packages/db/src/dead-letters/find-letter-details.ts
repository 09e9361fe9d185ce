import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { readFrozen, type FrozenEvent } from "@leadrelay/core/payload/read-payload";
import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { sql } from "kysely";
import { attemptsOf, readAttempts, type AttemptsMade } from "../deliveries/attempts-made.ts";
import { leadPersonOf, type LeadPerson } from "../leads/persons-of-leads.ts";
import { wholeText } from "../long-texts/whole-text.ts";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";
import { letterItem, type ListedLetter } from "./listed-letter.ts";

/** A letter with all that is known of it. */
export interface LetterDetails extends ListedLetter, AttemptsMade {
  /** null where it was erased, or there is none. */
  lead: LeadPerson | null;
  /** Of the delivery it is about. */
  delivery: { id: string; status: DeliveryStatus } | null;
  /** What would be sent of a delivery's event. */
  frozen: (FrozenEvent & Pick<EventRow, "id" | "type" | "created_at">) | null;
  /** What would be put on the queue again: the whole message; a text where that is no JSON, null where there is none. */
  message: unknown;
}

interface Row {
  item: string;
  lead: string | null;
  delivery: string | null;
  message: string | null;
  event: string | null;
  tried: string;
}

/** The letter with this id, if it is in this database and in the scope; one without a client is the installation's. */
export const findLetterDetails = (
  scope: OperatorScope,
  id: string,
): Statement<LetterDetails | undefined> => ({
  query: sql<Row>`
    SELECT ${letterItem(sql`1`)} AS item,
      ${leadPersonOf("letter.lead_id")} AS lead,
      (SELECT json_object('id', public_id, 'status', status) FROM deliveries AS sent WHERE sent.lead_id = letter.lead_id
        AND sent.event_id = letter.event_id AND sent.destination_id = letter.destination_id) AS delivery,
      letter.payload_json AS message, (
        SELECT json_object('lead_id', lead_id, 'id', id, 'type', type, 'submission_public_id', submission_public_id, 'created_at', created_at,
          'payload_json', ${wholeText("events.payload_json")})
        FROM events WHERE events.lead_id = letter.lead_id AND events.id = letter.event_id) AS event,
      ${attemptsOf("letter")} AS tried
    FROM dead_letters AS letter WHERE letter.id = ${id}`.compile(queries),
  read: ([found]) => {
    const row = found as Row | undefined;
    const letter = row && toDetails(row);
    return letter !== undefined && isInScope(scope, letter.client_id) ? letter : undefined;
  },
});

const toDetails = ({ item, lead, delivery, message, event, tried }: Row): LetterDetails => ({
  ...(JSON.parse(item) as ListedLetter),
  lead: lead === null ? null : (JSON.parse(lead) as LeadPerson),
  delivery: delivery === null ? null : (JSON.parse(delivery) as LetterDetails["delivery"]),
  frozen: event === null ? null : toFrozen(JSON.parse(event) as EventRow),
  message: message === null ? null : jsonOrText(message),
  ...readAttempts(tried),
});

const toFrozen = (row: EventRow): LetterDetails["frozen"] => ({
  id: row.id,
  type: row.type,
  created_at: row.created_at,
  ...readFrozen(row),
});

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
