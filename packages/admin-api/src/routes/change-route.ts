import { z } from "@hono/zod-openapi";
import { clientInScope } from "../access/client-in-scope.ts";
import { endCounts } from "@leadrelay/db/routes/end-counts";
import type { RouteDetails } from "@leadrelay/db/routes/route";
import { updateRoute } from "@leadrelay/db/routes/write-route";
import { valuesBefore } from "../access/values-before.ts";
import { readLiveClient } from "../clients/read-client.ts";
import { changeEndpoint } from "../endpoint/endpoint.ts";
import { versionGuard } from "../endpoint/version-guard.ts";
import { inAnotherRoute, readMembers } from "./read-members.ts";
import { readLiveRoute } from "./read-route.ts";
import { requireNext } from "./require-next.ts";
import { routeName, routePolicies } from "./route-fields.ts";
import { routeParams, routeSchema } from "./route-schema.ts";

export const changeRoute = changeEndpoint({
  method: "patch",
  path: "/api/routes/{route_id}",
  operationId: "changeRoute",
  tag: "Routes",
  summary: "Change a route",
  description:
    "Only what is sent changes; `members` is the whole list, in order. Another mode, other members or weights begin to count anew. Leads that went to a member stay with it, as long as it is one. Conditions that are new need `contacts:read` too.",
  access: { permission: "config:write" },
  params: routeParams,
  body: z.strictObject({ name: routeName, ...routePolicies }).partial(),
  versioned: true,
  answer: routeSchema,
  async handle({ params, body, access: { scope }, dependencies, expectedVersion }) {
    const before = await readLiveRoute(params.route_id, scope, dependencies);
    const client = await readLiveClient(before.client_id, scope, dependencies);
    const { members: given, ...asked } = body;
    const guard = versionGuard(scope, "routes", before, expectedVersion, dependencies.now());
    const had = { clientId: client.id, before: before.members };
    const members = given === undefined ? before.members : await readMembers(given, had, scope, dependencies);
    const route: RouteDetails = { ...before, ...asked, members, updated_at: guard.version };
    requireNext(route);
    if (shares(route) !== shares(before)) route.counted_from = guard.version;
    return {
      control: [guard.statement, ...updateRoute(scope, route)],
      lead: {
        database: clientInScope(scope, client.id).database,
        statements: [endCounts(scope, route, guard.version)],
      },
      conflicts: inAnotherRoute,
      audit: [
        {
          agencyId: client.agency_id,
          clientId: client.id,
          action: "route.changed",
          subject: { kind: "route", id: route.id },
          detail: { ...body, ...valuesBefore({ ...before }, body) },
        },
      ],
      answer: { body: route, version: guard.version },
      publish: { changed: { formIds: [], clientId: client.id } },
    };
  },
});

/** What shares are counted by, as one text. */
const shares = ({ mode, members }: RouteDetails): string =>
  JSON.stringify([mode, members.map(({ destination_id, weight }) => [destination_id, weight])]);
