import { z } from "@hono/zod-openapi";
import { putBlockedIp } from "@leadrelay/db/addresses/put-address";
import { clientParams } from "../clients/client-schema.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { addressFields, freeText, requireFuture } from "./address-fields.ts";
import { putBlockedIpSchema } from "./address-schema.ts";
import { putAddress } from "./change-address.ts";
import { shownBlockedIp } from "./shown-address.ts";

export const blockIp = changeEndpoint({
  method: "post",
  path: "/api/clients/{client_id}/blocked-ips",
  operationId: "blockIp",
  tag: "Addresses",
  summary: "Block an address or network",
  description:
    "Submissions from there are recorded as blocked: no lead, nothing sent, and the sender is not told. A network that is listed already is replaced.",
  access: { permission: "config:write" },
  params: clientParams,
  body: z.strictObject({ ...addressFields, reason: freeText }),
  status: 201,
  mayReplace: true,
  answer: putBlockedIpSchema,
  async handle({ params, body, access: { scope }, dependencies }) {
    const clientId = params.client_id;
    const { cidr } = body;
    const now = dependencies.now();
    requireFuture(body.expires_at, now);
    return putAddress(
      { list: "blocked_ips", kind: "blocked_ip", clientId, cidr, scope, dependencies, shown: shownBlockedIp },
      (before) => {
        const entry = {
          client_id: clientId,
          country: before?.country ?? null,
          referrer: before?.referrer ?? null,
          ...body,
          blocked_at: now,
        };
        return { entry, statements: putBlockedIp(scope, entry), detail: { expires_at: body.expires_at } };
      },
    );
  },
});
