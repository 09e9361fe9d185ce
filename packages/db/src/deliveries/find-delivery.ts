import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import type { DeadLettersTable } from "../tables/dead-letters-table.ts";
import { deliveryItem, placeBy, type ListedDelivery } from "./listed-delivery.ts";

/** One HTTP try; times in ms. */
export interface ShownAttempt {
  number: number;
  outcome: AttemptOutcome;
  status_code: number | null;
  error: string | null;
  started_at: number;
  duration_ms: number | null;
}

/** A delivery with all that is known of it. */
export interface DeliveryDetails extends ListedDelivery {
  /** null where the lead was erased. */
  lead_public_id: string | null;
  /** null where the event was erased. */
  event: {
    id: string;
    type: string;
    submission_id: string;
    created_at: number;
    payload: Record<string, unknown>;
  } | null;
  dead_letter: Pick<DeadLettersTable, "id" | "kind" | "cause" | "state" | "last_failed_at"> | null;
  attempts_made: ShownAttempt[];
}

/** The tries of a delivery whose columns stand under `owner`, as a JSON array in order. */
export const attemptsOf = (owner: string) => sql<string>`(
  SELECT json_group_array(json_object('number', number, 'outcome', outcome, 'status_code', status_code, 'error', error,
    'started_at', started_at, 'duration_ms', duration_ms) ORDER BY number)
  FROM delivery_attempts AS tried WHERE tried.lead_id = ${sql.ref(`${owner}.lead_id`)}
    AND tried.event_id = ${sql.ref(`${owner}.event_id`)} AND tried.destination_id = ${sql.ref(`${owner}.destination_id`)})`;

/** The delivery with this public id, if it is in this database and in the scope. */
export const findDelivery = (scope: OperatorScope, publicId: string): Statement<DeliveryDetails[]> =>
  rowsOf(
    sql<{ item: string; lead: string | null; event: string | null; letter: string | null; tried: string }>`
      SELECT ${deliveryItem(sql`1`, placeBy(sql`d.created_at`))} AS item,
        (SELECT leads.public_id FROM leads WHERE leads.id = d.lead_id) AS lead, (
        SELECT json_object('id', id, 'type', type, 'submission_id', submission_public_id, 'created_at', created_at,
          'payload', json(payload_json))
        FROM events WHERE events.lead_id = d.lead_id AND events.id = d.event_id) AS event, (
        SELECT json_object('id', id, 'kind', kind, 'cause', cause, 'state', state, 'last_failed_at', last_failed_at)
        FROM dead_letters WHERE dead_letters.id = d.dead_letter_id) AS letter, ${attemptsOf("d")} AS tried
      FROM deliveries AS d
      WHERE public_id = ${publicId}
        AND client_id IN (SELECT value FROM json_each(${JSON.stringify(scope.clients.map(({ id }) => id))}))`.compile(
      queries,
    ),
    ({ item, lead, event, letter, tried }) => ({
      ...(JSON.parse(item) as ListedDelivery),
      lead_public_id: lead,
      event: event === null ? null : (JSON.parse(event) as DeliveryDetails["event"]),
      dead_letter: letter === null ? null : (JSON.parse(letter) as DeliveryDetails["dead_letter"]),
      attempts_made: JSON.parse(tried) as ShownAttempt[],
    }),
  );
