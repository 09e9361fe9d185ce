import { deleteClient as deleteClientRows } from "@leadrelay/db/clients/delete-client";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import { isMasked } from "../access/is-masked.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { changedClient, clientAnswer } from "./client-answer.ts";
import { clientParams, clientSchema } from "./client-schema.ts";
import { formsToPublish } from "./forms-to-publish.ts";
import { readClient } from "./read-client.ts";

export const deleteClient = changeEndpoint({
  method: "delete",
  path: "/api/clients/{client_id}",
  operationId: "deleteClient",
  tag: "Clients",
  summary: "Delete a client with its forms and destinations",
  description:
    "Its forms take no more submissions within about a minute, and its waiting deliveries become `cancelled` as they come due. Leads, deliveries and the audit log stay, and can be read.",
  access: { permission: "agency:manage" },
  params: clientParams,
  answer: clientSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readClient(params.client_id, scope, dependencies);
    const masked = isMasked(scope, before.id);
    if (before.deleted_at !== null)
      return { answer: { body: clientAnswer(before, masked), version: before.updated_at }, audit: [] };
    const now = dependencies.now();
    const formIds = await formsToPublish(scope, before.id, dependencies);
    const version = Math.max(before.updated_at + 1, now);
    const { waiting, published } = changedClient({ ...before, updated_at: version, deleted_at: now }, masked);
    return {
      control: [requireLiveClient(scope, before.id), ...deleteClientRows(scope, { id: before.id, now })],
      audit: [
        {
          agencyId: before.agency_id,
          clientId: before.id,
          action: "client.deleted",
          subject: { kind: "client", id: before.id },
          detail: { name: before.name },
        },
      ],
      answer: waiting,
      publish: {
        changed: { formIds, clientId: before.id },
        answer: published,
      },
    };
  },
});
