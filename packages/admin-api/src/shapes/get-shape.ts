import { readEndpoint } from "../endpoint/endpoint.ts";
import { destinationParams } from "../destinations/destination-schema.ts";
import { readDestination } from "../destinations/read-destination.ts";
import { shownShapeSchema } from "./shape-schema.ts";
import { readVersions, showShape } from "./show-shape.ts";

export const getDestinationShape = readEndpoint({
  path: "/api/destinations/{destination_id}/shape",
  operationId: "getDestinationShape",
  tag: "Destinations",
  summary: "Show a destination's filter and mapping, and those it had",
  access: { permission: "config:read" },
  params: destinationParams,
  answer: shownShapeSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const destination = await readDestination(params.destination_id, scope, dependencies);
    const versions = await readVersions(destination, scope, dependencies);
    return { body: showShape(destination, versions, scope), version: destination.updated_at };
  },
});
