import type { Adapter, Kept } from "../adapter.ts";
import { buildTags, buildUpdate, buildUpsert, gohighlevelHost, hasTags, sentBody } from "./build-request.ts";
import { classifyTags, classifyUpdate, classifyUpsert } from "./classify.ts";
import { gohighlevelSettings, type GohighlevelSettings } from "./settings.ts";

const knownAs = ({ known_as = "" }: Kept): string => known_as;

/** All but its tags is done; without tags there is no such time. */
const isMade = ({ contact_id = "" }: Kept, settings: GohighlevelSettings): boolean =>
  contact_id !== "" && hasTags(settings);

/** HighLevel contacts: made, or brought up to date, and tagged in a step of their own, as tags beside a contact replace those it has. */
export const gohighlevel: Adapter<GohighlevelSettings> = {
  ...gohighlevelSettings,
  kind: "gohighlevel",
  title: "GoHighLevel",
  guide: [
    "In the sub-account open Settings, Private Integrations, and make one with the scopes View Contacts and Edit Contacts.",
    "Copy its token, which is shown once, and the location id from Settings, Business Profile.",
    "For fields of your own open Settings, Custom Fields, and copy each one's key without `contact.` in front.",
  ],
  // 100 in ten seconds, and a lead may take two or three.
  perSecond: 4,
  confirmedBy: ["id"],
  linksLeads: true,
  sentWithoutStorage: false,
  mapping: "fields",
  fixedHosts: [gohighlevelHost],
  sentBody,
  steps: [
    {
      name: "contact",
      isNeeded: (kept, settings) => !isMade(kept, settings) && knownAs(kept) === "",
      buildRequest: buildUpsert,
      classify: classifyUpsert,
    },
    {
      name: "update",
      isNeeded: (kept, settings) => !isMade(kept, settings) && knownAs(kept) !== "",
      buildRequest: (settings, delivery, { kept }) => buildUpdate(settings, delivery, knownAs(kept)),
      classify: (response, settings, { kept }) => classifyUpdate(response, settings, kept),
    },
    {
      name: "tags",
      isNeeded: isMade,
      buildRequest: (settings, delivery, { kept }) => buildTags(settings, delivery, kept["contact_id"] ?? ""),
      classify: (response, _settings, { kept }) => classifyTags(response, kept),
    },
  ],
};
