import { z } from "@hono/zod-openapi";
import { auditReads } from "../access/audit-reads.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { deliveryDetailsSchema, deliveryParams } from "./delivery-schema.ts";
import { readDelivery } from "./read-delivery.ts";
import { readExchanges } from "./read-exchanges.ts";
import { shownBody } from "./shown-body.ts";
import { toDeliveryDetails } from "./to-delivery-details.ts";

export const getDelivery = readEndpoint({
  path: "/api/deliveries/{delivery_id}",
  operationId: "getDelivery",
  tag: "Deliveries",
  summary: "Show a delivery with its event, its attempts and what would move it on",
  access: { permission: "leads:read" },
  params: deliveryParams,
  query: z.strictObject({
    attempts_before: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .openapi({ description: "Attempts before this number only: `earlier_attempts` of an answer." }),
  }),
  answer: deliveryDetailsSchema,
  async handle({ params, query, access, dependencies }) {
    const found = await readDelivery(params.delivery_id, access.scope, dependencies, query.attempts_before);
    const { delivery, client } = found;
    const { event, public_id: id, destination_id } = delivery;
    const payload =
      event === null || client.masked
        ? null
        : await shownBody(event, { id, destination_id }, access.scope, dependencies);
    const exchanges = await readExchanges(found, access.scope, dependencies, query.attempts_before);
    return {
      body: toDeliveryDetails(found, { payload, exchanges }, access, dependencies.now()),
      audit: auditReads(access, {
        action: "delivery.read",
        rows: [{ client_id: client.id, masked: client.masked }],
        subject: { kind: "delivery", id: delivery.public_id },
      }),
    };
  },
});
