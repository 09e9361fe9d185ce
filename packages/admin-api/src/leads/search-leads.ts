import { readEndpoint } from "../endpoint/endpoint.ts";
import { pageOf } from "../pages/page.ts";
import { answerLeads } from "./answer-leads.ts";
import { leadQuery } from "./lead-query.ts";
import { listedLeadSchema } from "./lead-schema.ts";

export const searchLeads = readEndpoint({
  path: "/api/leads/search",
  operationId: "searchLeads",
  tag: "Leads",
  summary: "List or search leads, with what is asked for in the body",
  description:
    "Takes and answers what `GET /api/leads` does, and changes as little. Whom is searched for stands in no address then, so that no log on the way has it.",
  access: { permission: "leads:read" },
  body: leadQuery,
  answer: pageOf(listedLeadSchema),
  handle: async ({ body, ...call }) => answerLeads(body, call),
});
