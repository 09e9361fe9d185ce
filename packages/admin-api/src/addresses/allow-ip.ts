import { z } from "@hono/zod-openapi";
import { networkUsages } from "@leadrelay/contracts/network-usage";
import { putAllowedIp } from "@leadrelay/db/addresses/put-address";
import { clientParams } from "../clients/client-schema.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { addressFields, freeText, requireFuture } from "./address-fields.ts";
import { putAllowedIpSchema } from "./address-schema.ts";
import { putAddress } from "./change-address.ts";
import { shownAllowedIp } from "./shown-address.ts";

export const allowIp = changeEndpoint({
  method: "post",
  path: "/api/clients/{client_id}/allowed-ips",
  operationId: "allowIp",
  tag: "Addresses",
  summary: "List an address or network of one's own",
  description: "A network that is listed already is replaced.",
  access: { permission: "config:write" },
  params: clientParams,
  body: z.strictObject({ ...addressFields, usage: z.enum(networkUsages), note: freeText }),
  status: 201,
  mayReplace: true,
  answer: putAllowedIpSchema,
  async handle({ params, body, access: { scope }, dependencies }) {
    const clientId = params.client_id;
    const { cidr, usage, expires_at } = body;
    const now = dependencies.now();
    requireFuture(expires_at, now);
    const entry = { client_id: clientId, ...body, created_at: now };
    return putAddress(
      { list: "allowed_ips", kind: "allowed_ip", clientId, cidr, scope, dependencies, shown: shownAllowedIp },
      () => ({ entry, statements: putAllowedIp(scope, entry), detail: { usage, expires_at } }),
    );
  },
});
