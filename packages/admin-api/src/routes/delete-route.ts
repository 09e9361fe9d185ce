import { z } from "@hono/zod-openapi";
import { clientInScope } from "../access/client-in-scope.ts";
import { endCounts } from "@leadrelay/db/routes/end-counts";
import { updateRoute } from "@leadrelay/db/routes/write-route";
import { readClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { readRoute } from "./read-route.ts";
import { routeParams, routeSchema } from "./route-schema.ts";

export const deleteRoute = changeEndpoint({
  method: "delete",
  path: "/api/routes/{route_id}",
  operationId: "deleteRoute",
  tag: "Routes",
  summary: "Delete a route",
  description:
    "Each of its members then hears of every lead: switch those off first that must not. What was chosen before stays as it was chosen.",
  access: { permission: "config:write" },
  params: routeParams,
  answer: z.object({ route: routeSchema, what_happens: z.string() }),
  async handle({ params, access: { scope }, dependencies }) {
    const before = await readRoute(params.route_id, scope, dependencies);
    if (before.deleted_at !== null)
      return {
        answer: {
          body: { route: before, what_happens: "It was deleted before." },
          version: before.updated_at,
        },
        audit: [],
      };
    const client = await readClient(before.client_id, scope, dependencies);
    const now = dependencies.now();
    const guard = versionGuard(scope, "routes", before, null, now);
    const route = { ...before, members: [], deleted_at: now, updated_at: guard.version };
    const names = before.members.map(({ name }) => name).join(", ");
    return {
      control: [guard.statement, ...updateRoute(scope, route)],
      lead: {
        database: clientInScope(scope, client.id).database,
        statements: [endCounts(scope, route, guard.version)],
      },
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "route.deleted",
          subject: { kind: "route", id: route.id },
          detail: { name: before.name, members: before.members.map(({ destination_id }) => destination_id) },
        },
      ],
      answer: {
        body: { route, what_happens: `From now on every lead goes to each of ${names}.` },
        version: guard.version,
      },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});
