import { changeEndpoint } from "../endpoint/endpoint.ts";
import { addressParams } from "./address-fields.ts";
import { allowedIpSchema } from "./address-schema.ts";
import { takeOffList } from "./change-address.ts";
import { shownAllowedIp } from "./shown-address.ts";

export const disallowIp = changeEndpoint({
  method: "delete",
  path: "/api/clients/{client_id}/allowed-ips/{cidr}",
  operationId: "disallowIp",
  tag: "Addresses",
  summary: "Take an address or network of one's own off the list",
  description: "The slash of a network is written %2F: `203.0.113.0%2F24`.",
  access: { permission: "config:write" },
  params: addressParams,
  answer: allowedIpSchema,
  handle: ({ params: { client_id: clientId, cidr }, access: { scope }, dependencies }) =>
    takeOffList({
      list: "allowed_ips",
      kind: "allowed_ip",
      clientId,
      cidr,
      scope,
      dependencies,
      shown: shownAllowedIp,
    }),
});
