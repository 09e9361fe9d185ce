import { clientParams } from "../clients/client-schema.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { blockedIpSchema } from "./address-schema.ts";
import { readAddressPage } from "./read-address-page.ts";
import { shownBlockedIp } from "./shown-address.ts";

export const listBlockedIps = readEndpoint({
  path: "/api/clients/{client_id}/blocked-ips",
  operationId: "listBlockedIps",
  tag: "Addresses",
  summary: "List a client's blocked networks",
  description: "In the order of their text; expired ones too.",
  access: { permission: "config:read" },
  params: clientParams,
  query: pageQuery,
  answer: pageOf(blockedIpSchema),
  async handle({ params: { client_id: clientId }, query, access: { scope }, dependencies }) {
    const asked = { clientId, query, scope, dependencies };
    return { body: await readAddressPage("blocked_ips", asked, shownBlockedIp) };
  },
});
