import type { Adapter, Kept } from "../adapter.ts";
import { buildCreate, buildUpdate, hubspotHost, sentBody } from "./build-request.ts";
import { classifyCreate, classifyUpdate } from "./classify.ts";
import { hubspotSettings, type HubspotSettings } from "./settings.ts";

const contactOf = ({ contact_id = "" }: Kept): string => contact_id;

/** HubSpot contacts: made, or where there is one of that e-mail address, brought up to date. */
export const hubspot: Adapter<HubspotSettings> = {
  ...hubspotSettings,
  kind: "hubspot",
  title: "HubSpot",
  guide: [
    "In HubSpot open Settings, Integrations, Service keys (or Private apps), and make one for LeadRelay.",
    "Give it the scopes crm.objects.contacts.read and crm.objects.contacts.write, and copy the key.",
    "For properties of your own open Settings, Properties, Contact properties, and copy each one's internal name.",
  ],
  // 100 in ten seconds, of an account that others write to as well.
  perSecond: 8,
  confirmedBy: ["id"],
  linksLeads: true,
  sentWithoutStorage: false,
  mapping: "fields",
  fixedHosts: [hubspotHost],
  showsMessage: true,
  sentBody,
  steps: [
    {
      name: "create",
      isNeeded: (kept) => contactOf(kept) === "",
      buildRequest: buildCreate,
      classify: classifyCreate,
    },
    {
      name: "update",
      isNeeded: (kept) => contactOf(kept) !== "",
      buildRequest: (settings, delivery, { kept }) => buildUpdate(settings, delivery, contactOf(kept)),
      classify: classifyUpdate,
    },
  ],
};
