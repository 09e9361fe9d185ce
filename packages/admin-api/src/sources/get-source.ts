import { newestSourceLeads } from "@leadrelay/db/sources/source-leads";
import { runOne } from "@leadrelay/db/run-batch";
import { getGuide } from "@leadrelay/sources/guides";
import { clientInScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readSource, requireDoor } from "./read-source.ts";
import { sourceAnswer } from "./source-answer.ts";
import { mostNewestLeads, sourceDetailsSchema, sourceParams } from "./source-schema.ts";

export const getSource = readEndpoint({
  path: "/api/sources/{source_id}",
  operationId: "getSource",
  tag: "Sources",
  summary: "Show a source, its set-up, and what came by it last",
  access: { permission: "config:read" },
  params: sourceParams,
  answer: sourceDetailsSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const source = await readSource(params.source_id, scope, dependencies);
    const database = dependencies.leadDatabase(clientInScope(scope, source.client_id).database);
    const newest = await runOne(database, newestSourceLeads(scope, source.id, mostNewestLeads));
    const { title, guide } = getGuide(requireDoor(source.kind).kind);
    return {
      body: {
        ...(await sourceAnswer(source, dependencies)),
        last_lead_at: newest[0]?.received_at ?? null,
        newest_leads: newest.map((lead) => ({
          submission_id: lead.submission_public_id,
          received_at: lead.received_at,
        })),
        title,
        guide: [...guide],
      },
      version: source.updated_at,
    };
  },
});
