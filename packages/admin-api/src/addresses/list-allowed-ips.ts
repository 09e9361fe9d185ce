import { clientParams } from "../clients/client-schema.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { allowedIpSchema } from "./address-schema.ts";
import { readAddressPage } from "./read-address-page.ts";
import { shownAllowedIp } from "./shown-address.ts";

export const listAllowedIps = readEndpoint({
  path: "/api/clients/{client_id}/allowed-ips",
  operationId: "listAllowedIps",
  tag: "Addresses",
  summary: "List a client's own networks",
  description: "In the order of their text; expired ones too.",
  access: { permission: "config:read" },
  params: clientParams,
  query: pageQuery,
  answer: pageOf(allowedIpSchema),
  async handle({ params: { client_id: clientId }, query, access: { scope }, dependencies }) {
    const asked = { clientId, query, scope, dependencies };
    return { body: await readAddressPage("allowed_ips", asked, shownAllowedIp) };
  },
});
