import { readEndpoint } from "../endpoint/endpoint.ts";
import { deliveryDetailsSchema, deliveryParams } from "./delivery-schema.ts";
import { readDelivery } from "./read-delivery.ts";
import { toDeliveryDetails } from "./to-delivery-details.ts";

export const getDelivery = readEndpoint({
  path: "/api/deliveries/{delivery_id}",
  operationId: "getDelivery",
  tag: "Deliveries",
  summary: "Show a delivery with its event, its attempts and what would move it on",
  access: { permission: "leads:read" },
  params: deliveryParams,
  answer: deliveryDetailsSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const { delivery, client, destination } = await readDelivery(params.delivery_id, scope, dependencies);
    return { body: toDeliveryDetails(delivery, client, destination, dependencies.now()) };
  },
});
