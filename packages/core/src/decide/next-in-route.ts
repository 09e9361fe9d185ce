import type { Environment } from "@leadrelay/contracts/environment";
import { closedBecause } from "../routes/closed-because.ts";
import { talliesOf, type RouteMove } from "../routes/route-counts.ts";
import { refusedByConditions } from "../routes/refused-by-conditions.ts";
import type { RoutePlace } from "../routes/route-member.ts";
import type { Went } from "../routes/went-of.ts";
import { leadValues, type ToldLead } from "../shape/lead-values.ts";
import type { Tally } from "../tallies/tally.ts";
import type { DeliveryRow } from "./commit-plan.ts";
import type { DestinationFacts } from "./facts.ts";
import { expectedTallies, heldMarks } from "./limit-tallies.ts";
import { planDeliveries, type PlannedEvent } from "./plan-deliveries.ts";
import type { Routing } from "./route-event.ts";

/** A lead that is to leave a member of its route for the next. */
export interface Leaving {
  event: PlannedEvent;
  told: ToldLead;
  /** The member that it leaves. */
  from: string;
  /** The route that chose that one. */
  route_id: string;
  /** Where the lead is in its routes now; `from`, unless it left there already by another event. */
  went: Went;
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

/** Who gets it next: the delivery to write, and what is counted then. */
export interface NextInRoute {
  row: DeliveryRow;
  name: string;
  route_id: string;
  /** What its route has given to whom, and that its destination holds it. */
  tallies: Tally[];
  /** See `expectedTallies`: of several leads that leave at once the later ones go by it. */
  expected: Tally[];
}

/**
 * The next of a route for a lead that one of its members did not take, or does not keep; null where nobody is left, and where the route that chose
 * the member is not its route any more. Another event of a lead that left before goes where that one went.
 */
export function nextInRoute(leaving: Leaving, at: Circumstances): NextInRoute | null {
  const { from, tried, event, isTest, went } = leaving;
  const before = at.destinations.find(({ id }) => id === from)?.route ?? null;
  if (before === null || before.route_id !== leaving.route_id || before.mode === "all") return null;
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
  const of = { client_id: event.client_id, went, countOf, lead, refusedBy, nowMs, isTest };
  const { rows, held } = planDeliveries(event, members, {
    environment,
    isTest,
    nowMs,
    direct: {},
    values: () => leadValues(leaving.told),
    countOf,
    routing: { ...of, isAnothersTurn: true },
  });
  const [row] = rows;
  if (row === undefined) return null;
  const isCounted = !isTest && went[before.route_id] === from;
  const moves = isCounted ? movesOf(before, event.client_id, { from, to: row.destination_id }) : [];
  return {
    row,
    name: members.find(({ id }) => id === row.destination_id)?.name ?? row.destination_id,
    route_id: before.route_id,
    tallies: [...moves.flatMap(talliesOf), ...heldMarks(held, event)],
    expected: expectedTallies(rows, event, members, { nowMs, isTest }),
  };
}

/** It was the first one's turn, whoever has the lead. */
function movesOf(
  route: RoutePlace,
  client_id: string,
  { from, to }: { from: string; to: string },
): RouteMove[] {
  const passed = route.mode === "first_accepting" ? 0 : 1;
  return [
    { client_id, route, destination_id: from, given: -1, passed },
    { client_id, route, destination_id: to, given: 1, passed: passed === 0 ? 0 : -1 },
  ];
}
