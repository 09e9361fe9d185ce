import { listDestinations as destinationsOf } from "@leadrelay/db/destinations/list-destinations";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { ownedPageQuery, readOwnedPage } from "../pages/owned-page.ts";
import { pageOf } from "../pages/page.ts";
import { destinationAnswer } from "./destination-answer.ts";
import { destinationSchema } from "./destination-schema.ts";

export const listDestinations = readEndpoint({
  path: "/api/destinations",
  operationId: "listDestinations",
  tag: "Destinations",
  summary: "List destinations",
  description: "Client by client, newest first.",
  access: { permission: "config:read" },
  query: ownedPageQuery,
  answer: pageOf(destinationSchema),
  async handle({ query, access: { scope }, dependencies }) {
    const { control } = dependencies;
    const { items, next_cursor } = await readOwnedPage(destinationsOf, { query, scope, control });
    const shown = await Promise.all(items.map((item) => destinationAnswer(item, dependencies)));
    return { body: { items: shown, next_cursor } };
  },
});
