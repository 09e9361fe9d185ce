import { sql } from "kysely";
import { requireClients } from "../scope/require-client.ts";
import { isOfEvent, type EventKey } from "../events/find-events.ts";
import { jsonValues } from "../lists/json-values.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";
import { deliveryItem, matchesOf, type DeliveryFilter, type ListedDelivery } from "./listed-delivery.ts";

/** An event of a lead, of whose deliveries those behind a destination (an id; "" for all) are asked for. */
export interface LeadEventPart extends EventKey {
  /** Of the submission that made it; a lead's newest has the highest. */
  submission_number: number;
  behind: string;
}

/**
 * The deliveries of these events of a lead: in the events' order, those of one by destination; no more than `limit` are read. A place is
 * `[-submission number, lead, event, destination]`, so that the newest come first where places ascend.
 */
export function deliveriesOfLead(
  scope: OperatorScope,
  parts: readonly LeadEventPart[],
  filter: DeliveryFilter,
  limit: number,
): Statement<ListedDelivery[]> {
  requireClients(
    scope,
    parts.map(({ client_id }) => client_id),
  );
  const wanted = parts.map(({ lead_id, event_id, client_id, behind, submission_number }) => [
    lead_id,
    event_id,
    client_id,
    behind,
    -submission_number,
  ]);
  const place = sql`json_array(wanted.value ->> 4, d.lead_id, d.event_id, d.destination_id)`;
  // CROSS JOIN keeps the order of `wanted`; sorting would read all before the first.
  const query = sql<{ item: string }>`
    SELECT ${deliveryItem(matchesOf(filter), place)} AS item FROM ${jsonValues(wanted)} AS wanted
    CROSS JOIN deliveries AS d ON ${isOfEvent("d", "event_id")} AND d.destination_id > wanted.value ->> 3
    LIMIT ${limit}`;
  return rowsOf(query.compile(queries), ({ item }) => JSON.parse(item) as ListedDelivery);
}
