import { attributionNames } from "@leadrelay/contracts/attribution";
import { usualPayload } from "../payload/stored-payload.ts";

const nowhere = { lead_id: 0, type: "lead.created", submission_public_id: "" } as const;

/** The payload's own names, as docs/payload.md has them. */
const payloadNames = Object.keys(usualPayload(nowhere));

/** Plain words for names of the payload. */
const plainNames: Readonly<Record<string, string>> = {
  name: "first_name",
  phone: "phone_mobile",
  country: "user_country",
  city: "user_city",
  region: "user_region",
  timezone: "user_timezone",
  project: "project_name",
  location: "user_location",
  source: "lead_source",
  team: "source_team",
  keyword: "searched_keyword",
};

/** Names of what belongs to the delivery and its event, and of what the form's message says. */
const ownNames = ["message", "event", "event_id", "delivery_id", "happened_at"];

const cameNames = [...attributionNames, ...attributionNames.map((name) => `first_${name}`)];

/** Every name that a filter, a mapping or a template may use, besides `fields.…`. */
export const leadNames: readonly string[] = [
  ...new Set([...payloadNames, ...Object.keys(plainNames), ...ownNames, ...cameNames]),
];

const known = new Set(leadNames);

/** Before the name of a field as the form posted it. */
export const formPrefix = "fields.";

/** Whether there is such a name: of the form's own fields any may be one. */
export const isLeadName = (name: string): boolean =>
  known.has(name) || (name.startsWith(formPrefix) && name.length > formPrefix.length);

/** The payload's name for a plain word; itself where it is none. */
export const payloadNameOf = (name: string): string => plainNames[name] ?? name;
