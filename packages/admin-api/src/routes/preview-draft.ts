import { z } from "@hono/zod-openapi";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import { runOne } from "@leadrelay/db/run-batch";
import { clientParams } from "../clients/client-schema.ts";
import { readLiveClient } from "../clients/read-client.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { notFound } from "../problems/api-problem.ts";
import { mostLeads, previewMembers, routePreviewSchema } from "./preview-members.ts";
import { readMembers } from "./read-members.ts";
import { readLiveRoute } from "./read-route.ts";
import { routePolicies } from "./route-fields.ts";

export const previewRouteDraft = readEndpoint({
  path: "/api/clients/{client_id}/route-preview",
  operationId: "previewRouteDraft",
  tag: "Routes",
  summary: "Show what a route that is not saved would have done with the client's last leads",
  description:
    "As `previewRoute`, of a mode and members as they would be saved. Nothing is kept. Conditions that the route named beside them does not have yet need `contacts:read`.",
  access: { permission: "leads:read" },
  params: clientParams,
  body: z.strictObject({
    mode: routePolicies.mode,
    members: routePolicies.members,
    route_id: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .openapi({ description: "The route that it would change; left out: it would be a new one." }),
    leads: z.int().min(1).max(mostLeads).default(50).openapi({
      description: "How many of the last submissions are looked at.",
    }),
  }),
  answer: routePreviewSchema,
  async handle({ params: { client_id }, body, access: { scope }, dependencies }) {
    const client = await readLiveClient(client_id, scope, dependencies);
    const route =
      body.route_id === undefined ? undefined : await readLiveRoute(body.route_id, scope, dependencies);
    if (route !== undefined && route.client_id !== client.id) throw notFound("route");
    const had = { clientId: client.id, ...(route === undefined ? {} : { before: route.members }) };
    const given = await readMembers(body.members, had, scope, dependencies);
    const places = await runOne(dependencies.control, placesOfClient(scope, client.id));
    const members = given.flatMap(({ destination_id, weight, conditions }, position) => {
      const place = places.find(({ id }) => id === destination_id);
      const tried = {
        route_id: route?.id ?? "",
        mode: body.mode,
        counted_from: dependencies.now(),
        overflow_minutes: null,
        position,
        weight,
        conditions,
      };
      return place === undefined ? [] : [{ ...place, route: tried }];
    });
    const asked = { clientId: client.id, members, leads: body.leads };
    return { body: await previewMembers(asked, scope, dependencies) };
  },
});
