import { updateSource } from "@leadrelay/db/sources/write-source";
import { readClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { readSource } from "./read-source.ts";
import { changedSource, sourceAnswer } from "./source-answer.ts";
import { sourceParams, sourceSchema } from "./source-schema.ts";

export const deleteSource = changeEndpoint({
  method: "delete",
  path: "/api/sources/{source_id}",
  operationId: "deleteSource",
  tag: "Sources",
  summary: "Delete a source",
  description:
    "Its address or key takes nothing any more within about a minute; what was taken until then is stored and delivered. To take nothing for a while, pause it instead.",
  access: { permission: "config:write" },
  params: sourceParams,
  answer: sourceSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readSource(params.source_id, scope, dependencies);
    if (before.deleted_at !== null)
      return {
        answer: { body: await sourceAnswer(before, dependencies), version: before.updated_at },
        audit: [],
      };
    const client = await readClient(before.client_id, scope, dependencies);
    const now = dependencies.now();
    const guard = versionGuard(scope, "sources", before, null, now);
    const source = { ...before, deleted_at: now, updated_at: guard.version };
    return {
      control: [guard.statement, ...updateSource(scope, source)],
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "source.deleted",
          subject: { kind: "source", id: source.id },
          detail: { name: source.name, kind: source.kind },
        },
      ],
      ...(await changedSource(source, {}, dependencies)),
    };
  },
});
