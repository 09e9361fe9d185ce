import { relatedLeads } from "@leadrelay/db/leads/related-leads";
import { runBatch } from "@leadrelay/db/run-batch";
import { sessionsOfLead } from "@leadrelay/db/sessions/sessions-of-lead";
import { submissionsOfLead } from "@leadrelay/db/submissions/submissions-of-lead";
import { auditReads } from "../access/audit-reads.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readChapters } from "../story/read-chapters.ts";
import { leadDetailsSchema } from "./lead-details-schema.ts";
import { leadParams } from "./lead-schema.ts";
import { readLead } from "./read-lead.ts";
import { readClientsOf } from "./read-clients-of.ts";
import { toLeadDetails } from "./to-lead-details.ts";

const shownSubmissions = 20;

export const getLead = readEndpoint({
  path: "/api/leads/{lead_id}",
  operationId: "getLead",
  tag: "Leads",
  summary: "Show a lead: who it is, what it is known by, what it submitted and where that went",
  access: { permission: "leads:read" },
  params: leadParams,
  answer: leadDetailsSchema,
  async handle({ params, access, dependencies }) {
    const { scope } = access;
    const { lead, client } = await readLead(params.lead_id, scope, dependencies);
    const [submissions, related, sessions] = await runBatch(dependencies.leadDatabase(client.database), [
      submissionsOfLead(scope, lead, { limit: shownSubmissions }),
      relatedLeads(scope, lead),
      sessionsOfLead(scope, lead),
    ]);
    const read = await readChapters(submissions, client, scope, dependencies);
    const stages = (await readClientsOf([lead], scope, dependencies)).stagesOf(client.id);
    const seen = { masked: client.masked, stages, nowMs: dependencies.now(), related, sessions };
    const body = toLeadDetails(lead, submissions, read, seen);
    const subject = { kind: "lead", id: lead.public_id };
    return { body, audit: auditReads(access, { action: "lead.read", rows: [body], subject }) };
  },
});
