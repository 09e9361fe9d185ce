import { listSources as sourcesOf } from "@leadrelay/db/sources/list-sources";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { ownedPageQuery, readOwnedPage } from "../pages/owned-page.ts";
import { pageOf } from "../pages/page.ts";
import { readLastLeads } from "./read-last-leads.ts";
import { sourceAnswer } from "./source-answer.ts";
import { listedSourceSchema } from "./source-schema.ts";

export const listSources = readEndpoint({
  path: "/api/sources",
  operationId: "listSources",
  tag: "Sources",
  summary: "List sources, with the time of each one's last lead",
  description: "Client by client, newest first.",
  access: { permission: "config:read" },
  query: ownedPageQuery,
  answer: pageOf(listedSourceSchema),
  async handle({ query, access: { scope }, dependencies }) {
    const { items, next_cursor } = await readOwnedPage(sourcesOf, {
      query,
      scope,
      control: dependencies.control,
    });
    const last = await readLastLeads(items, scope, dependencies);
    const shown = await Promise.all(
      items.map(async (source) => ({
        ...(await sourceAnswer(source, dependencies)),
        last_lead_at: last.get(source.id) ?? null,
      })),
    );
    return { body: { items: shown, next_cursor } };
  },
});
