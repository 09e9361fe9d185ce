import { sql } from "kysely";
import { listOfEach } from "../lists/list-of-each.ts";
import { requireClient } from "../control/require-client.ts";
import type { OperatorScope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import {
  deliveryItem,
  matchesOf,
  placeBy,
  type DeliveryFilter,
  type ListedDelivery,
} from "./listed-delivery.ts";

/** All deliveries of a client's lead, newest first. One person's: few, and side by side. */
export function deliveriesOfLead(
  scope: OperatorScope,
  lead: { client_id: string; public_id: string },
  filter: DeliveryFilter,
): Statement<ListedDelivery[][]> {
  requireClient(scope, lead.client_id);
  return listOfEach<ListedDelivery>(
    [lead.public_id],
    sql`
      SELECT ${deliveryItem(matchesOf(filter), placeBy(sql`d.created_at`))} AS item
      FROM leads CROSS JOIN deliveries AS d ON d.lead_id = leads.id AND d.client_id = leads.client_id
      WHERE leads.client_id = ${lead.client_id} AND leads.public_id = wanted.value
      ORDER BY d.created_at DESC, d.lead_id DESC, d.event_id DESC, d.destination_id DESC`,
  );
}
