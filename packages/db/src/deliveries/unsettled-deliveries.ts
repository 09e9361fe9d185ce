import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import {
  deliveryItem,
  matchesOf,
  placeBy,
  type DeliveryFilter,
  type DeliveryPlace,
  type ListedDelivery,
} from "./listed-delivery.ts";

/**
 * What each of these destinations has yet to hear, what is due first coming first, through the partial index `deliveries_due`. With
 * status `held` only what has no next attempt, else only what has one.
 */
export function unsettledDeliveries(
  scope: OperatorScope,
  destinations: readonly { id: string; client_id: string }[],
  filter: DeliveryFilter,
  { after, perList }: PartOfList<DeliveryPlace>,
): Statement<ListedDelivery[][]> {
  for (const { client_id } of destinations) requireClient(scope, client_id);
  // A destination has one client; a row that says otherwise must not be shown to it.
  const matches = sql`(${matchesOf(filter)} AND d.client_id = wanted.value ->> 1)`;
  return listOfEach<ListedDelivery>(
    destinations.map(({ id, client_id }) => [id, client_id]),
    sql`
      SELECT ${deliveryItem(matches, placeBy(sql`coalesce(d.next_attempt_at, 0)`))} AS item FROM deliveries AS d
      WHERE settled_at IS NULL AND destination_id = wanted.value ->> 0 AND ${partAfter(filter, after)}
      ORDER BY next_attempt_at, lead_id, event_id LIMIT ${perList}`,
  );
}

function partAfter({ status }: DeliveryFilter, after: DeliveryPlace | null) {
  const [at, ...rest] = after ?? [0, 0, "", ""];
  return status === "held"
    ? sql`next_attempt_at IS NULL AND (lead_id, event_id, destination_id) > (${sql.join(rest)})`
    : sql`(next_attempt_at, lead_id, event_id, destination_id) > (${at}, ${sql.join(rest)})`;
}
