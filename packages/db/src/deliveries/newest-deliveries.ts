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

/** Each client's deliveries, newest first, through the index `deliveries_created`. */
export function newestDeliveries(
  scope: OperatorScope,
  clientIds: readonly string[],
  filter: DeliveryFilter,
  { after, perList }: PartOfList<DeliveryPlace>,
): Statement<ListedDelivery[][]> {
  for (const id of clientIds) requireClient(scope, id);
  // Two upper bounds, and SQLite might seek by the wrong one.
  const upTo =
    after === null
      ? sql`created_at < ${filter.until ?? Number.MAX_SAFE_INTEGER}`
      : sql`(created_at, lead_id, event_id, destination_id) < (${sql.join(after)})`;
  return listOfEach<ListedDelivery>(
    clientIds,
    sql`
      SELECT ${deliveryItem(matchesOf(filter), placeBy(sql`d.created_at`))} AS item FROM deliveries AS d
      WHERE client_id = wanted.value AND created_at >= ${filter.since ?? 0} AND ${upTo}
      ORDER BY created_at DESC, lead_id DESC, event_id DESC, destination_id DESC LIMIT ${perList}`,
  );
}
