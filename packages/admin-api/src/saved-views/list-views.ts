import { z } from "@hono/zod-openapi";
import { savedViews } from "@leadrelay/db/saved-views/saved-views";
import { runOne } from "@leadrelay/db/run-batch";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { clientFilter } from "../pages/page.ts";
import { readerOf, toView } from "./view-access.ts";
import { savedViewSchema } from "./view-schema.ts";

/** More are not shown; of one client there are never as many. */
const mostListed = 200;

export const listViews = readEndpoint({
  path: "/api/saved-views",
  operationId: "listSavedViews",
  tag: "Leads",
  summary: "List kept views of leads: your own, and those shared with you",
  description: "At most 200; with `client_id` those of that client, and those of no client.",
  access: { permission: "leads:read" },
  query: z.strictObject({ client_id: clientFilter }),
  answer: z.object({ items: z.array(savedViewSchema) }),
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const rows = await runOne(dependencies.control, savedViews(scope, readerOf(access), mostListed));
    return { body: { items: rows.map((row) => toView(row, access)) } };
  },
});
