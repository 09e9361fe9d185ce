import { cancelDelivery as cancel } from "@leadrelay/delivery/replay/cancel-delivery";
import { agencyOf } from "../access/agency-of.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { reasonBody } from "../pages/reason-body.ts";
import { deliveryChangeSchema, deliveryParams } from "./delivery-schema.ts";
import { refused } from "./refusals.ts";

export const cancelDelivery = changeEndpoint({
  method: "post",
  path: "/api/deliveries/{delivery_id}/cancel",
  operationId: "cancelDelivery",
  tag: "Deliveries",
  summary: "Cancel a delivery that waits or is held",
  description: "What is being sent at this moment cannot be cancelled. The reason is kept in the audit log.",
  access: { permission: "deliveries:replay" },
  params: deliveryParams,
  body: reasonBody,
  answer: deliveryChangeSchema,
  async handle({ params, body, access, dependencies }) {
    const change = await cancel(access.scope, params.delivery_id, dependencies.replays);
    if (change.kind === "not_found") throw notFound("delivery");
    if (change.kind === "refused")
      throw refused(change.reason, { ...change.subject, delivery_id: change.subject.public_id });
    const { client_id, public_id, status } = change.subject;
    return {
      lead: change.lead,
      decideAnew: true,
      audit: [
        {
          agencyId: agencyOf(access, client_id),
          clientId: client_id,
          action: "delivery.cancelled",
          subject: { kind: "delivery", id: public_id },
          detail: { was: status, reason: body.reason },
        },
      ],
      answer: {
        body: {
          id: public_id,
          status: "cancelled" as const,
          what_next: `It is cancelled: nothing sends it by itself any more. \`leadrelay delivery retry ${public_id}\` sends it all the same.`,
        },
      },
    };
  },
});
