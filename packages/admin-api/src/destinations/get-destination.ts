import { readEndpoint } from "../endpoint/endpoint.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { destinationParams, destinationSchema } from "./destination-schema.ts";
import { readDestination } from "./read-destination.ts";

export const getDestination = readEndpoint({
  path: "/api/destinations/{destination_id}",
  operationId: "getDestination",
  tag: "Destinations",
  summary: "Show a destination",
  access: { permission: "config:read" },
  params: destinationParams,
  answer: destinationSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const destination = await readDestination(params.destination_id, scope, dependencies);
    return { body: await destinationAnswer(destination, dependencies), version: destination.updated_at };
  },
});
