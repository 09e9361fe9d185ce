import { readEndpoint } from "../endpoint/endpoint.ts";
import { destinationDetailsAnswer } from "./destination-details-answer.ts";
import { destinationDetailsSchema, destinationParams } from "./destination-schema.ts";
import { readDestination } from "./read-destination.ts";

export const getDestination = readEndpoint({
  path: "/api/destinations/{destination_id}",
  operationId: "getDestination",
  tag: "Destinations",
  summary: "Show a destination, what has not arrived there, and what would move that on",
  access: { permission: "config:read" },
  params: destinationParams,
  answer: destinationDetailsSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const destination = await readDestination(params.destination_id, scope, dependencies);
    return {
      body: await destinationDetailsAnswer(destination, scope, dependencies),
      version: destination.updated_at,
    };
  },
});
