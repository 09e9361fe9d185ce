import { sql } from "kysely";
import { requireClient } from "../scope/require-client.ts";
import { listOfEach } from "../lists/list-of-each.ts";
import type { PartOfList } from "../lists/part-of-list.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import {
  deliveryItem,
  matchesOf,
  type DeliveryFilter,
  type DeliveryPlace,
  type ListedDelivery,
} from "./listed-delivery.ts";

/** Each client's deliveries that have an open letter, the one that failed last coming first, through the index `dead_letters_listed`. */
export function deadDeliveries(
  scope: OperatorScope,
  clientIds: readonly string[],
  filter: DeliveryFilter,
  { after, perList }: PartOfList<DeliveryPlace>,
): Statement<ListedDelivery[][]> {
  for (const id of clientIds) requireClient(scope, id);
  const from =
    after === null ? sql`` : sql`AND (letter.last_failed_at, letter.id) < (${after[0]}, ${after[2]})`;
  const matches = matchesOf({ ...filter, status: "dead" });
  const place = sql`json_array(letter.last_failed_at, 0, letter.id, '')`;
  return listOfEach<ListedDelivery>(
    clientIds,
    sql`
      SELECT ${deliveryItem(matches, place)} AS item
      FROM dead_letters AS letter LEFT JOIN deliveries AS d
        ON d.lead_id = letter.lead_id AND d.event_id = letter.event_id AND d.destination_id = letter.destination_id
      WHERE letter.client_id = wanted.value AND letter.state = 'open' ${from}
      ORDER BY letter.last_failed_at DESC, letter.id DESC LIMIT ${perList}`,
  );
}
