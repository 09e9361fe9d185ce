import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sql } from "kysely";
import type { PipelineScope } from "../scope.ts";
import { queries, rowsOf, type Statement } from "../statement.ts";

/** A lead and the destination that gives it back. */
export type ReturnedLead = Pick<DeliveryKey, "lead_id" | "destination_id">;

/** Of each the delivery by which a route gave it the lead, the newest where it came back; corrections are none. A few rows read of each. */
export const returnedDeliveries = (
  _scope: PipelineScope,
  returned: readonly ReturnedLead[],
): Statement<DeliveryKey[]> =>
  rowsOf(
    sql<DeliveryKey>`
      SELECT wanted.value ->> 0 AS lead_id, wanted.value ->> 1 AS destination_id, (
        SELECT d.event_id FROM deliveries AS d CROSS JOIN events AS e ON e.lead_id = d.lead_id AND e.id = d.event_id
        WHERE d.lead_id = wanted.value ->> 0 AND d.destination_id = wanted.value ->> 1 AND d.route_id IS NOT NULL
          AND d.status IN ('delivered', 'confirmed') AND e.type <> 'lead.updated'
        ORDER BY d.settled_at DESC LIMIT 1) AS event_id
      FROM json_each(${JSON.stringify(returned.map(({ lead_id, destination_id }) => [lead_id, destination_id]))}) AS wanted`.compile(
      queries,
    ),
    (row) => row,
  );
