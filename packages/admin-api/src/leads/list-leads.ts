import { readEndpoint } from "../endpoint/endpoint.ts";
import { pageOf } from "../pages/page.ts";
import { answerLeads } from "./answer-leads.ts";
import { leadQuery } from "./lead-query.ts";
import { listedLeadSchema } from "./lead-schema.ts";

export const listLeads = readEndpoint({
  path: "/api/leads",
  operationId: "listLeads",
  tag: "Leads",
  summary: "List leads, or search them by name, e-mail or phone",
  description:
    "Newest first, or as `sort` says. A search tells first what is exactly so, then what begins so; several words of a name must all be there. Who sees contact details masked cannot search by them. A page of a filter that no index serves may be short, or empty, and still have a next one. With `stands` leads come in the order of what stands so: what died, is held or waits, one list behind the other; a lead of very many deliveries may come twice. Search with `POST /api/leads/search` where addresses are logged on the way.",
  access: { permission: "leads:read" },
  query: leadQuery,
  answer: pageOf(listedLeadSchema),
  handle: async ({ query, ...call }) => answerLeads(query, call),
});
