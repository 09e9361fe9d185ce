import { z } from "@hono/zod-openapi";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import { runOne } from "@leadrelay/db/run-batch";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { mostLeads, previewMembers, routePreviewSchema } from "./preview-members.ts";
import { readLiveRoute } from "./read-route.ts";
import { routeParams } from "./route-schema.ts";

export const previewRoute = readEndpoint({
  path: "/api/routes/{route_id}/preview",
  operationId: "previewRoute",
  tag: "Routes",
  summary: "Show what a route would have done with the client's last leads",
  description:
    "As if it began to count with the first of them, and its members stood as they stand now. Nothing is sent, counted or changed. Tests, and repeats that were no new lead, are left out.",
  access: { permission: "leads:read" },
  params: routeParams,
  query: z.object({
    leads: z.coerce
      .number()
      .int()
      .min(1)
      .max(mostLeads)
      .default(50)
      .openapi({ description: "How many of the last submissions are looked at." }),
  }),
  answer: routePreviewSchema,
  async handle({ params, query, access: { scope }, dependencies }) {
    const route = await readLiveRoute(params.route_id, scope, dependencies);
    const places = await runOne(dependencies.control, placesOfClient(scope, route.client_id));
    const members = places
      .filter((place) => place.route?.route_id === route.id)
      .toSorted((a, b) => (a.route?.position ?? 0) - (b.route?.position ?? 0));
    const asked = { clientId: route.client_id, members, leads: query.leads };
    return { body: await previewMembers(asked, scope, dependencies) };
  },
});
