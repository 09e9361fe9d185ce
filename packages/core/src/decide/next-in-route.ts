import type { Environment } from "@leadrelay/contracts/environment";
import type { RouteMove } from "../routes/route-counts.ts";
import { closedBecause } from "../routes/closed-because.ts";
import { refusedByConditions } from "../routes/refused-by-conditions.ts";
import { leadValues, type ToldLead } from "../shape/lead-values.ts";
import type { DeliveryRow } from "./commit-plan.ts";
import type { DestinationFacts } from "./facts.ts";
import { planDeliveries, type PlannedEvent } from "./plan-deliveries.ts";
import type { Routing } from "./route-event.ts";

/** A lead that is to leave a member of its route for the next. */
export interface Leaving {
  event: PlannedEvent;
  told: ToldLead;
  /** The member that it leaves. */
  from: string;
  /** Destinations that have or had a delivery of the event: nobody gets it twice. */
  tried: ReadonlySet<string>;
  isTest: boolean;
  /** Only to one that takes leads now; otherwise one that is closed will do, where nobody is open. */
  onlyOpen: boolean;
}

interface Circumstances {
  /** Of the client, that are not deleted. */
  destinations: readonly DestinationFacts[];
  environment: Environment;
  nowMs: number;
  countOf: Routing["countOf"];
}

/** Who gets it next: the delivery to write, and what the route's counts are then. */
export interface NextInRoute {
  row: DeliveryRow;
  name: string;
  route_id: string;
  moves: RouteMove[];
}

/** The next of a route for a lead that one of its members did not take, or does not keep; null where nobody is left. */
export function nextInRoute(leaving: Leaving, at: Circumstances): NextInRoute | null {
  const { from, tried, event, isTest } = leaving;
  const before = at.destinations.find(({ id }) => id === from)?.route ?? null;
  if (before === null || before.mode === "all") return null;
  const { nowMs, countOf, environment } = at;
  const lead = { source: event.source, form_id: event.form_id };
  const members = at.destinations.filter(
    (one) =>
      one.route?.route_id === before.route_id &&
      one.id !== from &&
      !tried.has(one.id) &&
      (!leaving.onlyOpen || closedBecause(one, { lead, countOf, nowMs }) === null),
  );
  const refusedBy = refusedByConditions(() => leaving.told);
  const routing = { client_id: event.client_id, went: {}, countOf, lead, refusedBy, nowMs, isTest };
  const { rows } = planDeliveries(event, members, {
    environment,
    isTest,
    nowMs,
    direct: {},
    values: () => leadValues(leaving.told),
    countOf,
    routing,
  });
  const [row] = rows;
  if (row === undefined) return null;
  const passed = before.mode === "first_accepting" ? 0 : 1;
  const move = { client_id: event.client_id, route: before };
  return {
    row,
    name: members.find(({ id }) => id === row.destination_id)?.name ?? row.destination_id,
    route_id: before.route_id,
    moves: isTest
      ? []
      : [
          { ...move, destination_id: from, given: -1, passed },
          { ...move, destination_id: row.destination_id, given: 1, passed: passed === 0 ? 0 : -1 },
        ],
  };
}
