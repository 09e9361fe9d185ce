import { runOne } from "@leadrelay/db/run-batch";
import { submissionsOfLead } from "@leadrelay/db/submissions/submissions-of-lead";
import { auditReads } from "../access/audit-reads.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { leadParams } from "../leads/lead-schema.ts";
import { readLead } from "../leads/read-lead.ts";
import { readCursor, writeCursor } from "../pages/cursor.ts";
import { pageOf, pageQuery } from "../pages/page.ts";
import { eventSchema } from "./event-schema.ts";
import { readEvents } from "./read-events.ts";
import { toEvent } from "./to-event.ts";

export const listLeadEvents = readEndpoint({
  path: "/api/leads/{lead_id}/events",
  operationId: "listLeadEvents",
  tag: "Leads",
  summary: "List a lead's events: what destinations were to hear of it",
  description: "In the order of its submissions, newest first. `limit` counts submissions.",
  access: { permission: "leads:read" },
  params: leadParams,
  query: pageQuery,
  answer: pageOf(eventSchema),
  async handle({ params, query, access, dependencies }) {
    const { lead, client } = await readLead(params.lead_id, access.scope, dependencies);
    const [before] = readCursor(query.cursor, [0] as const) ?? [];
    const part = { before, limit: query.limit };
    const database = dependencies.leadDatabase(client.database);
    const submissions = await runOne(database, submissionsOfLead(access.scope, lead, part));
    const scope = { ...access.scope, clients: [client] };
    const rows = await readEvents(submissions, scope, dependencies);
    const items = rows.map((row) => toEvent(row, client.masked));
    const last = submissions.length < query.limit ? undefined : submissions.at(-1);
    const subject = { kind: "lead", id: lead.public_id };
    return {
      body: {
        items,
        next_cursor: writeCursor(last === undefined ? null : [last.submission_number]),
      },
      audit: auditReads(access, { action: "events.listed", rows: items, subject }),
    };
  },
});
