import { listRoutes as routesOf } from "@leadrelay/db/routes/find-route";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { ownedPageQuery, readOwnedPage } from "../pages/owned-page.ts";
import { pageOf } from "../pages/page.ts";
import { routeSchema } from "./route-schema.ts";

export const listRoutes = readEndpoint({
  path: "/api/routes",
  operationId: "listRoutes",
  tag: "Routes",
  summary: "List routes",
  description: "Client by client, newest first.",
  access: { permission: "config:read" },
  query: ownedPageQuery,
  answer: pageOf(routeSchema),
  async handle({ query, access: { scope }, dependencies: { control } }) {
    return { body: await readOwnedPage(routesOf, { query, scope, control }) };
  },
});
