import type { Adapter, Kept, OutgoingDelivery, Step } from "../adapter.ts";
import {
  buildLead,
  buildLeads,
  buildNote,
  buildPerson,
  buildSearch,
  hasNote,
  searchedFor,
  sentBody,
  type SearchedBy,
} from "./build-request.ts";
import { classifyLead, classifyLeads, classifyNote, classifyPerson, classifySearch } from "./classify.ts";
import { pipedriveSettings, type PipedriveSettings } from "./settings.ts";

const personOf = ({ person_id = "" }: Kept): string => person_id;
const leadOf = ({ lead_id = "" }: Kept): string => lead_id;

/** A lead that is made needs no step but its note: where none is wanted any more it is looked up, which ends the try. */
const isMade = (kept: Kept, settings: PipedriveSettings): boolean => leadOf(kept) !== "" && hasNote(settings);
const lacksPerson = (kept: Kept, settings: PipedriveSettings): boolean =>
  !isMade(kept, settings) && personOf(kept) === "";

/** Nothing there holds two of one person apart: they are looked for before one is made, at every try anew. */
const search = (by: SearchedBy): Step<PipedriveSettings> => ({
  name: `person_by_${by}`,
  isNeeded: (kept, settings, delivery) =>
    lacksPerson(kept, settings) && searchedFor(delivery, by) !== undefined,
  buildRequest: (settings, delivery) => buildSearch(settings, delivery, by),
  classify: (response, _settings, _context, delivery) => classifySearch(response, the(delivery)),
});

/** Pipedrive leads, each of a person: found by address or number, or made. */
export const pipedrive: Adapter<PipedriveSettings> = {
  ...pipedriveSettings,
  kind: "pipedrive",
  title: "Pipedrive",
  guide: [
    "In Pipedrive open your account's menu, Personal preferences, API, and copy the token.",
    "Take the token of the person to whom new leads should belong; they must be allowed to add people and leads.",
    "For fields of your own open Company settings, Data fields, Lead/deal, and copy each one's API key.",
  ],
  // Searches: ten in two seconds, and a lead may need two.
  perSecond: 2,
  confirmedBy: ["id"],
  linksLeads: true,
  sentWithoutStorage: false,
  mapping: "fields",
  showsMessage: true,
  sentBody,
  steps: [
    search("email"),
    search("phone"),
    {
      name: "person",
      isNeeded: lacksPerson,
      buildRequest: buildPerson,
      classify: classifyPerson,
    },
    {
      name: "earlier_lead",
      isNeeded: (kept, settings, { attempt }) => attempt > 1 && !isMade(kept, settings),
      buildRequest: (settings, delivery, { kept }) => buildLeads(settings, delivery, personOf(kept)),
      classify: (response, settings, _context, delivery) => classifyLeads(response, settings, the(delivery)),
    },
    {
      name: "lead",
      isNeeded: (kept, settings) => !isMade(kept, settings),
      buildRequest: (settings, delivery, { kept }) => buildLead(settings, delivery, personOf(kept)),
      classify: classifyLead,
    },
    {
      name: "note",
      isNeeded: (_kept, settings) => hasNote(settings),
      buildRequest: (settings, delivery, { kept }) => buildNote(settings, delivery, leadOf(kept)),
      classify: (response, _settings, { kept }) => classifyNote(response, kept),
    },
  ],
};

function the(delivery: OutgoingDelivery | undefined): OutgoingDelivery {
  if (delivery === undefined) throw new Error("an answer without its delivery");
  return delivery;
}
