import { changeEndpoint } from "../endpoint/endpoint.ts";
import { addressParams } from "./address-fields.ts";
import { blockedIpSchema } from "./address-schema.ts";
import { takeOffList } from "./change-address.ts";
import { shownBlockedIp } from "./shown-address.ts";

export const unblockIp = changeEndpoint({
  method: "delete",
  path: "/api/clients/{client_id}/blocked-ips/{cidr}",
  operationId: "unblockIp",
  tag: "Addresses",
  summary: "Block an address or network no longer",
  description: "The slash of a network is written %2F: `203.0.113.0%2F24`.",
  access: { permission: "config:write" },
  params: addressParams,
  answer: blockedIpSchema,
  handle: ({ params: { client_id: clientId, cidr }, access: { scope }, dependencies }) =>
    takeOffList({
      list: "blocked_ips",
      kind: "blocked_ip",
      clientId,
      cidr,
      scope,
      dependencies,
      shown: shownBlockedIp,
    }),
});
