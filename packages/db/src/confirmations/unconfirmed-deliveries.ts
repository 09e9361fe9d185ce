import { sql } from "kysely";
import {
  deliveryItem,
  matchesOf,
  placeBy,
  type DeliveryFilter,
  type DeliveryPlace,
  type ListedDelivery,
} from "../deliveries/listed-delivery.ts";
import { jsonValues } from "../lists/json-values.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import { requireClient } from "../scope/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

const isUnconfirmed = sql`status = 'delivered' AND unconfirmed_at IS NOT NULL`;

/** What each of these destinations took and never confirmed, what was missed last coming first, through `deliveries_never_confirmed`. */
export function unconfirmedDeliveries(
  scope: OperatorScope,
  destinations: readonly { id: string; client_id: string }[],
  filter: DeliveryFilter,
  { after, perList }: PartOfList<DeliveryPlace>,
): Statement<ListedDelivery[][]> {
  for (const { client_id } of destinations) requireClient(scope, client_id);
  const matches = sql`(${matchesOf(filter)} AND d.client_id = wanted.value ->> 1)`;
  const part =
    after === null ? sql`1` : sql`(unconfirmed_at, lead_id, event_id, destination_id) < (${sql.join(after)})`;
  return listOfEach<ListedDelivery>(
    destinations.map(({ id, client_id }) => [id, client_id]),
    sql`
      SELECT ${deliveryItem(matches, placeBy(sql`d.unconfirmed_at`))} AS item FROM deliveries AS d
      WHERE ${isUnconfirmed} AND destination_id = wanted.value ->> 0 AND ${part}
      ORDER BY unconfirmed_at DESC, lead_id DESC, event_id DESC LIMIT ${perList}`,
  );
}

/** What a destination took since then and never confirmed, counted no further than `limit`. */
interface UnconfirmedOfDestination {
  destination_id: string;
  count: number;
  /** ms; null where there is none. */
  oldest: number | null;
}

/** Of these destinations those with anything that they never confirmed; one index entry each. */
export function countUnconfirmed(
  scope: OperatorScope,
  destinations: readonly { id: string; client_id: string }[],
  { since, limit }: { since: number; limit: number },
): Statement<UnconfirmedOfDestination[]> {
  for (const { client_id } of destinations) requireClient(scope, client_id);
  const ids = destinations.map(({ id }) => id);
  return rowsOf(
    sql<UnconfirmedOfDestination>`
      SELECT wanted.value AS destination_id, (
        SELECT count(*) FROM (SELECT 1 FROM deliveries
          WHERE ${isUnconfirmed} AND destination_id = wanted.value AND unconfirmed_at >= ${since} LIMIT ${limit})) AS count, (
        SELECT min(unconfirmed_at) FROM deliveries
          WHERE ${isUnconfirmed} AND destination_id = wanted.value AND unconfirmed_at >= ${since}) AS oldest
      FROM ${jsonValues(ids)} AS wanted WHERE count > 0`.compile(queries),
    (row) => row,
  );
}
