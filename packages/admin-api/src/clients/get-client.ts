import { isMasked } from "../access/is-masked.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { clientAnswer } from "./client-answer.ts";
import { clientParams, clientSchema } from "./client-schema.ts";
import { readClient } from "./read-client.ts";

export const getClient = readEndpoint({
  path: "/api/clients/{client_id}",
  operationId: "getClient",
  tag: "Clients",
  summary: "Show a client",
  access: { permission: "config:read" },
  params: clientParams,
  answer: clientSchema,
  async handle({ params, access, dependencies }) {
    const client = await readClient(params.client_id, access.scope, dependencies);
    return { body: clientAnswer(client, isMasked(access.scope, client.id)), version: client.updated_at };
  },
});
