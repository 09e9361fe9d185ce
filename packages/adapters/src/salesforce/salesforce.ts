import type { Adapter } from "../adapter.ts";
import { buildToken, buildUpsert, sentBody } from "./build-request.ts";
import { classifyToken } from "./classify-token.ts";
import { classifyUpsert } from "./classify-upsert.ts";
import { salesforceSettings, type SalesforceSettings } from "./settings.ts";

/** Salesforce leads, told again by our id in a field of the owner's. */
export const salesforce: Adapter<SalesforceSettings> = {
  ...salesforceSettings,
  kind: "salesforce",
  title: "Salesforce",
  guide: [
    "In Setup, Object Manager, Lead, Fields, make a text field `LeadRelay_Id` of 36 characters, marked as External ID and as Unique.",
    "In Setup, App Manager, make a connected app (or external client app) with OAuth, the scope `api` and the client credentials flow.",
    "Under its policies choose the user as whom it runs: one that may make and change leads and sees that field.",
    "Copy its consumer key and secret, and the address under Setup, My Domain.",
  ],
  // Counted by the day alone; an org's triggers take their time.
  perSecond: 5,
  confirmedBy: ["id"],
  linksLeads: true,
  sentWithoutStorage: false,
  mapping: "fields",
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
