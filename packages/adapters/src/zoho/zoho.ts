import type { Adapter } from "../adapter.ts";
import { buildToken, buildUpsert, sentBody } from "./build-request.ts";
import { classifyToken } from "./classify-token.ts";
import { classifyUpsert } from "./classify-upsert.ts";
import { zohoHosts } from "./regions.ts";
import { zohoSettings, type ZohoSettings } from "./settings.ts";

/** Zoho CRM leads: made, or brought up to date where there is one of that e-mail address or number. */
export const zoho: Adapter<ZohoSettings> = {
  ...zohoSettings,
  kind: "zoho",
  title: "Zoho CRM",
  guide: [
    "Open the API console of your data centre (api-console.zoho.in, for one), and make a Self Client: it has an id and a secret.",
    "Under Generate Code ask for the scope ZohoCRM.modules.leads.ALL, and within its minutes have a refresh token given for the code.",
    "For fields of your own open Setup, Developer Hub, APIs and SDKs, API Names, Leads, and copy their API names.",
  ],
  // Ten requests at a time in the smallest edition, of an account that others write to as well.
  perSecond: 5,
  confirmedBy: ["id"],
  linksLeads: true,
  sentWithoutStorage: false,
  mapping: "fields",
  fixedHosts: zohoHosts,
  showsMessage: true,
  sentBody,
  steps: [
    { name: "token", isForToken: true, buildRequest: buildToken, classify: classifyToken },
    {
      name: "lead",
      buildRequest: (settings, delivery, { token }) => buildUpsert(settings, delivery, token),
      classify: classifyUpsert,
    },
  ],
};
