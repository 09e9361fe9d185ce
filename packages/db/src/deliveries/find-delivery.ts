import type { ToldType } from "@leadrelay/contracts/event-type";
import type { EventRow } from "@leadrelay/core/decide/commit-plan";
import { readFrozen, type FrozenEvent } from "@leadrelay/core/payload/read-payload";
import { sql } from "kysely";
import { leadPersonOf, type LeadPerson } from "../leads/persons-of-leads.ts";
import { wholeText } from "../long-texts/whole-text.ts";
import { inScope } from "../scope/in-scope.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DeadLettersTable } from "../tables/dead-letters-table.ts";
import { attemptsOf, readAttempts, type AttemptsMade } from "./attempts-made.ts";
import { deliveryItem, placeBy, type ListedDelivery } from "./listed-delivery.ts";

/** A delivery with all that is known of it. */
export interface DeliveryDetails extends ListedDelivery, AttemptsMade {
  /** null where the lead was erased. */
  lead: LeadPerson | null;
  /** null where the event was erased. */
  event: (FrozenEvent & { id: string; type: ToldType; submission_id: string; created_at: number }) | null;
  dead_letter: Pick<
    DeadLettersTable,
    "id" | "kind" | "cause" | "state" | "first_failed_at" | "last_failed_at"
  > | null;
}

/** The delivery with this public id, if it is in this database and in the scope; of its tries those before a number, if one is given. */
export const findDelivery = (
  scope: OperatorScope,
  publicId: string,
  attemptsBefore?: number,
): Statement<DeliveryDetails[]> =>
  rowsOf(
    sql<{ item: string; lead: string | null; event: string | null; letter: string | null; tried: string }>`
      SELECT ${deliveryItem(sql`1`, placeBy(sql`d.created_at`))} AS item,
        ${leadPersonOf("d.lead_id")} AS lead, (
        SELECT json_object('lead_id', lead_id, 'id', id, 'type', type, 'submission_public_id', submission_public_id,
          'created_at', created_at, 'payload_json', ${wholeText("events.payload_json")})
        FROM events WHERE events.lead_id = d.lead_id AND events.id = d.event_id) AS event, (
        SELECT json_object('id', id, 'kind', kind, 'cause', cause, 'state', state,
          'first_failed_at', first_failed_at, 'last_failed_at', last_failed_at)
        FROM dead_letters WHERE dead_letters.id = d.dead_letter_id) AS letter, ${attemptsOf("d", attemptsBefore)} AS tried
      FROM deliveries AS d
      WHERE public_id = ${publicId}
        AND ${inScope(scope, "d.client_id")}`.compile(queries),
    ({ item, lead, event, letter, tried }) => ({
      ...(JSON.parse(item) as ListedDelivery),
      lead: lead === null ? null : (JSON.parse(lead) as LeadPerson),
      event: event === null ? null : toEvent(JSON.parse(event) as EventRow),
      dead_letter: letter === null ? null : (JSON.parse(letter) as DeliveryDetails["dead_letter"]),
      ...readAttempts(tried),
    }),
  );

const toEvent = (row: EventRow): DeliveryDetails["event"] => ({
  id: row.id,
  type: row.type,
  submission_id: row.submission_public_id,
  created_at: row.created_at,
  ...readFrozen(row),
});
