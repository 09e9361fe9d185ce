import { candidateOf } from "@leadrelay/core/decide/route-event";
import { percent } from "@leadrelay/core/routes/say-share";
import { tallyKey } from "@leadrelay/core/tallies/tally";
import { placesOfClient } from "@leadrelay/db/destinations/places-of-client";
import { talliesOfClient } from "@leadrelay/db/routes/tallies-of-client";
import { runBoth } from "@leadrelay/db/run-batch";
import { clientInScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { readRoute } from "./read-route.ts";
import { readShape } from "@leadrelay/core/shape/read-shape";
import { sayCondition } from "@leadrelay/core/shape/say-condition";
import type { RouteDetails } from "@leadrelay/db/routes/route";
import { routeDetailsSchema, routeParams } from "./route-schema.ts";

/** Caps of single sources are those sources' own: they close nobody as a whole. */
const ofAnySource = { source: null, form_id: null };

export const getRoute = readEndpoint({
  path: "/api/routes/{route_id}",
  operationId: "getRoute",
  tag: "Routes",
  summary: "Show a route, what each member had of it, and who takes no lead now",
  access: { permission: "config:read" },
  params: routeParams,
  answer: routeDetailsSchema,
  async handle({ params, access: { scope }, dependencies }) {
    const route = await readRoute(params.route_id, scope, dependencies);
    const { control, leadDatabase, now } = dependencies;
    const { client_id, id } = route;
    const { database } = clientInScope(scope, client_id);
    const nowMs = now();
    const [[tallies], [places]] = await runBoth(
      { d1: leadDatabase(database), statements: [talliesOfClient(scope, client_id, nowMs)] },
      { d1: control, statements: [placesOfClient(scope, client_id)] },
    );
    const countOf = (subject: string, period: string) => tallies.get(tallyKey(subject, period)) ?? 0;
    const members = places
      .flatMap(({ route: place, ...one }) => (place?.route_id === id ? [{ ...one, route: place }] : []))
      .toSorted((a, b) => a.route.position - b.route.position)
      .map((member) => candidateOf(member, { countOf, lead: ofAnySource, nowMs }));
    const leads = members.reduce((sum, { given }) => sum + given, 0);
    const weightOf = ({ weight }: { weight: number }) => (route.mode === "weighted" ? weight : 1);
    const weights = members.reduce((sum, member) => sum + weightOf(member), 0);
    const isShared = route.mode === "weighted" || route.mode === "round_robin";
    const standings = members.map((member) => ({
      destination_id: member.id,
      leads: member.given,
      share: isShared
        ? `${percent(member.given, leads)} of its ${percent(weightOf(member), weights)}`
        : percent(member.given, leads),
      only: onlyOf(route, member.id),
      closed: member.closed,
    }));
    return { body: { ...route, standings }, version: route.updated_at };
  },
});

/** Which leads a member may get, in words. */
function onlyOf({ members }: RouteDetails, id: string): string | null {
  const filter = members.find(({ destination_id }) => destination_id === id)?.conditions ?? null;
  if (filter === null) return null;
  const read = readShape({ filter });
  if (!read.ok) return "none: its conditions cannot be read";
  return read.read.condition === null ? null : sayCondition(read.read.condition);
}
