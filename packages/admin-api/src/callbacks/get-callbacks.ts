import { callbacksOfClient } from "@leadrelay/db/callbacks/callbacks-of-client";
import { runOne } from "@leadrelay/db/run-batch";
import { clientParams } from "../clients/client-schema.ts";
import { readClient } from "../clients/read-client.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { callbacksSchema, shownCallbacks } from "./callbacks-schema.ts";

export const getCallbacks = readEndpoint({
  path: "/api/clients/{client_id}/callbacks",
  operationId: "getCallbacks",
  tag: "Clients",
  summary: "Show where a client's CRM tells what came of leads",
  access: { permission: "config:read" },
  params: clientParams,
  answer: callbacksSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const client = await readClient(params.client_id, scope, dependencies);
    const [row] = await runOne(dependencies.control, callbacksOfClient(scope, client.id));
    const { intakeUrl } = dependencies;
    return { body: shownCallbacks(client.id, row, { intakeUrl, nowMs: dependencies.now() }) };
  },
});
