import { sql } from "kysely";
import type { OperatorScope } from "../scope.ts";
import { isInScope } from "../scope/is-in-scope.ts";
import { queries, type Statement } from "../statement.ts";

/** Which submission a delivery goes back to. */
export interface DeliveryOrigin {
  client_id: string;
  submission_id: string;
}

/** The submission that a delivery with this public id goes back to, if the delivery is one of the scope's and its event not erased. */
export const submissionOfDelivery = (
  scope: OperatorScope,
  deliveryId: string,
): Statement<DeliveryOrigin[]> => ({
  query: sql`
    SELECT d.client_id, e.submission_public_id AS submission_id
    FROM deliveries AS d CROSS JOIN events AS e ON e.lead_id = d.lead_id AND e.id = d.event_id
    WHERE d.public_id = ${deliveryId}`.compile(queries),
  read: (rows) => (rows as DeliveryOrigin[]).filter(({ client_id }) => isInScope(scope, client_id)),
});
