import { z } from "@hono/zod-openapi";
import { requireLiveClient } from "@leadrelay/db/clients/require-live-client";
import type { RouteDetails } from "@leadrelay/db/routes/route";
import { insertRoute } from "@leadrelay/db/routes/write-route";
import { deletedMeanwhile, readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { inAnotherRoute, readMembers } from "./read-members.ts";
import { requireNext } from "./require-next.ts";
import { routeName, routePolicies } from "./route-fields.ts";
import { routeSchema } from "./route-schema.ts";

export const createRoute = changeEndpoint({
  method: "post",
  path: "/api/routes",
  operationId: "createRoute",
  tag: "Routes",
  summary: "Have several destinations of a client share its leads",
  description:
    "Of its members the route chooses who gets a lead; destinations in no route hear of every lead as before. Leads that come in from now on are shared. Conditions need `contacts:read` too.",
  access: { permission: "config:write" },
  body: z.strictObject({
    client_id: z.string().min(1).max(100),
    name: routeName,
    mode: routePolicies.mode,
    members: routePolicies.members,
    overflow_minutes: routePolicies.overflow_minutes.optional(),
  }),
  status: 201,
  answer: routeSchema,
  async handle({ body, access: { scope }, dependencies }) {
    const client = await readLiveClient(body.client_id, scope, dependencies);
    const members = await readMembers(body.members, { clientId: client.id }, scope, dependencies);
    requireNext(body);
    const at = dependencies.now();
    const id = `rte_${dependencies.newId()}`;
    const route: RouteDetails = {
      id,
      client_id: client.id,
      name: body.name,
      mode: body.mode,
      overflow_minutes: body.overflow_minutes ?? null,
      members,
      counted_from: at,
      created_at: at,
      updated_at: at,
      deleted_at: null,
    };
    return {
      control: [requireLiveClient(scope, client.id), ...insertRoute(scope, route)],
      conflicts: { ...deletedMeanwhile, ...inAnotherRoute },
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "route.created",
          subject: { kind: "route", id },
          detail: body,
        },
      ],
      answer: { body: route, version: at, headers: { location: `/api/routes/${id}` } },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});
