import { z } from "@hono/zod-openapi";
import { destinationStanding } from "@leadrelay/core/explain/destination-standing";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { lastHours } from "@leadrelay/core/statistics/hours-of-day";
import { countIn, type CountOf } from "@leadrelay/core/tallies/tally";
import { readLimits } from "@leadrelay/db/destinations/destination";
import {
  destinationsOfScope,
  destinationStates,
  type DestinationState,
} from "@leadrelay/db/destinations/destination-states";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { destinationHours, type DestinationDay } from "@leadrelay/db/statistics/destination-hours";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import { clientInScope, narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { idQuery } from "../pages/time-query.ts";
import { standingSchema } from "./standing-schema.ts";

const mostDestinations = 500;

export const listDestinationStandings = readEndpoint({
  path: "/api/destination-standings",
  operationId: "listDestinationStandings",
  tag: "Destinations",
  summary: "Show how destinations stand, with their last 24 hours",
  description: `Whether each takes leads now, why not and until when, how far its caps are used, and what arrived and died there by the hour. Read from counters that are written with what they count. Of ${mostDestinations} destinations at most.`,
  access: { permission: "config:read" },
  query: z.strictObject({ client_id: idQuery, destination_id: idQuery }),
  answer: z.object({ items: z.array(standingSchema) }),
  async handle({ query, access, dependencies }) {
    const scope = narrowScope(access.scope, query.client_id);
    const { control, leadDatabase, now } = dependencies;
    const nowMs = now();
    const { destination_id = null } = query;
    const asked =
      destination_id === null ? destinationsOfScope(scope) : destinationStates(scope, [destination_id]);
    const all = await runOne(control, asked);
    const shown = all.filter(({ deleted_at }) => deleted_at === null).slice(0, mostDestinations);
    const databases = Map.groupBy(shown, ({ client_id }) => clientInScope(scope, client_id).database);
    const read = await Promise.all(
      [...databases].map(async ([database, own]) => {
        const clients = [...new Set(own.map(({ client_id }) => client_id))];
        const [days, tallies] = await runBatch(leadDatabase(database), [
          destinationHours(scope, clients, dayOf(nowMs) - 1, destination_id),
          currentTallies(scope, clients, nowMs),
        ]);
        const byDestination = Map.groupBy(days, ({ destination_id }) => destination_id);
        return own.map((one) => toStanding(one, byDestination.get(one.id) ?? [], countIn(tallies), nowMs));
      }),
    );
    return { body: { items: read.flat() } };
  },
});

function toStanding(
  destination: DestinationState,
  days: readonly DestinationDay[],
  countOf: CountOf,
  nowMs: number,
) {
  const times = days.flatMap(({ outcome, last_at }) => (outcome === "delivered" ? (last_at ?? []) : []));
  return {
    destination_id: destination.id,
    ...standingOf(destination, countOf, nowMs),
    last_delivered_at: times.length === 0 ? null : Math.max(...times),
    hours: lastHours(days, nowMs),
  };
}

const standingOf = (
  { enabled, limits_json = null, ...facts }: DestinationState,
  countOf: CountOf,
  nowMs: number,
) =>
  destinationStanding({ ...facts, enabled: enabled === 1, limits: readLimits(limits_json) }, countOf, nowMs);
