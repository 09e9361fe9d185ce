import { requireContacts } from "../access/require-contacts.ts";
import { readLiveClient } from "../clients/read-client.ts";
import { destinationParams } from "../destinations/destination-schema.ts";
import { readLiveDestination } from "../destinations/read-destination.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { requireBasedOn } from "./require-based-on.ts";
import { refuse, requireShape } from "./require-shape.ts";
import { shapeBody, shownShapeSchema } from "./shape-schema.ts";
import { readVersions, showShape } from "./show-shape.ts";
import { lastLeads, sampleLead } from "./told-leads.ts";
import { tryOnLeads } from "./try-shape.ts";
import { writeShape } from "./write-shape.ts";

export const putDestinationShape = changeEndpoint({
  method: "put",
  path: "/api/destinations/{destination_id}/shape",
  operationId: "putDestinationShape",
  tag: "Destinations",
  summary: "Say which leads a destination gets, and how they are written for it",
  description:
    "All of it: what is not sent is none. It is tried on a sample and on the client's last leads before it is saved, and refused where its mapping breaks at one of them; each that is another than the one in force is a version that an undo goes back to. Leads that come from now on are judged by the filter; the next try of every delivery is written by the mapping. Needs `contacts:read` too.",
  access: { permission: "config:write" },
  params: destinationParams,
  body: shapeBody,
  answer: shownShapeSchema,
  async handle({ params, body, access, dependencies }) {
    const { scope } = access;
    const before = await readLiveDestination(params.destination_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    requireContacts(scope, client.id, "shape");
    const { based_on, ...given } = body;
    if (given.filter === undefined && given.mapping === undefined && before.shape_json === null)
      refuse([{ field: "shape", detail: "says nothing: send filter, mapping or both; null is none" }]);
    const asked = requireShape(before.kind, given);
    const last = await lastLeads(before, scope, dependencies);
    const notes = asked === null ? [] : tryOnLeads(asked.read, sampleLead(dependencies.now()), last);
    const versions = await readVersions(before, scope, dependencies);
    requireBasedOn(versions, based_on);
    const shape = asked?.shape ?? null;
    if ((shape === null ? null : JSON.stringify(shape)) === before.shape_json)
      return {
        answer: {
          body: showShape(before, versions, scope, [...notes, alreadySo]),
          version: before.updated_at,
        },
        audit: [],
      };
    return writeShape({ before, client, versions, shape, restores: null, notes }, access, dependencies);
  },
});

const alreadySo = "That is what it has already: nothing was changed.";
