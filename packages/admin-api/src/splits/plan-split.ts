import { auditReads } from "../access/audit-reads.ts";
import { readDestinations } from "../deliveries/read-destinations.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { leadParams } from "../leads/lead-schema.ts";
import { findSplit } from "./find-split.ts";
import { splitQuery, splitSchema } from "./split-schema.ts";
import { toSplit } from "./to-split.ts";

export const planSplit = readEndpoint({
  path: "/api/leads/{lead_id}/split",
  operationId: "planSplit",
  tag: "Leads",
  summary: "Show what splitting submissions off a lead would come to",
  description: "Where another person's submissions were taken for this lead's. Nothing is changed.",
  access: { permission: "leads:read" },
  params: leadParams,
  query: splitQuery,
  answer: splitSchema,
  async handle({ params, query, access, dependencies }) {
    const { scope } = access;
    const asked = { leadId: params.lead_id, submissionIds: query.submission_ids };
    const found = await findSplit(asked, scope, dependencies);
    const plan = found.split?.plan({ id: 0, public_id: "" });
    if (plan === undefined) return { body: toSplit(found, null) };
    const ids = plan.traces.map(({ id }) => id);
    const lookup = await readDestinations(ids, scope, dependencies);
    const { lead, client } = found;
    const subject = { kind: "lead", id: lead.public_id };
    const rows = [{ client_id: client.id, masked: client.masked }];
    return {
      body: toSplit(found, { plan, state: "planned", lookup }),
      audit: auditReads(access, { action: "lead.split_planned", rows, subject }),
    };
  },
});
