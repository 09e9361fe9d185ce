import { isRestorable } from "@leadrelay/core/forms/form-deletion";
import { restoreClient as restoreClientRows } from "@leadrelay/db/clients/restore-client";
import { isMasked } from "../access/is-masked.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { apiProblem } from "../problems/api-problem.ts";
import { changedClient, clientAnswer } from "./client-answer.ts";
import { clientParams, clientSchema } from "./client-schema.ts";
import { readClient } from "./read-client.ts";

const tooLate = "This client was deleted more than 30 days ago and cannot be restored: add a new one.";

export const restoreClient = changeEndpoint({
  method: "post",
  path: "/api/clients/{client_id}/restore",
  operationId: "restoreClient",
  tag: "Clients",
  summary: "Bring back a client that was deleted in the last 30 days",
  description:
    "With the forms and destinations that were deleted together with it: those deleted before stay so. Its forms take submissions again within about a minute. Deliveries that were cancelled meanwhile are not sent by themselves: replay them. Submissions that became dead letters meanwhile are released by restoring their form.",
  access: { permission: "agency:manage" },
  params: clientParams,
  answer: clientSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readClient(params.client_id, scope, dependencies);
    const masked = isMasked(scope, before.id);
    const { deleted_at: deletedAt } = before;
    if (deletedAt === null)
      return { answer: { body: clientAnswer(before, masked), version: before.updated_at }, audit: [] };
    const now = dependencies.now();
    if (!isRestorable(deletedAt, now)) throw apiProblem("conflict", tooLate);
    const guard = versionGuard(scope, "clients", before, null, now);
    const { waiting, published } = changedClient(
      { ...before, updated_at: guard.version, deleted_at: null },
      masked,
    );
    return {
      control: [guard.statement, ...restoreClientRows(scope, { id: before.id, deletedAt, now })],
      audit: [
        {
          agencyId: before.agency_id,
          clientId: before.id,
          action: "client.restored",
          subject: { kind: "client", id: before.id },
          detail: { name: before.name },
        },
      ],
      answer: waiting,
      publish: { changed: { formIds: [], clientId: before.id }, answer: published },
    };
  },
});
