import type { DestinationTrace } from "./decision-trace.ts";
import type { DestinationFacts } from "./facts.ts";
import { chooseByHash } from "../routes/choose-by-hash.ts";
import { chooseMembers, type RouteChoice } from "../routes/choose-members.ts";
import type { CappedLead } from "../limits/limit-subjects.ts";
import { closedBecause } from "../routes/closed-because.ts";
import { givenSubject, passedSubject, routePeriod, type RouteMove } from "../routes/route-counts.ts";
import type { RouteCandidate, RoutePlace } from "../routes/route-member.ts";
import type { CountOf } from "../tallies/tally.ts";

/** What routes are decided by, beside the destinations. */
export interface Routing {
  client_id: string;
  /** Route → the member that the lead went to; none for a lead of which nothing went out. */
  went: Readonly<Record<string, string>>;
  /** What a subject of `tallies` counts in a period, this batch's leads included. */
  countOf: CountOf;
  /** As caps tell leads apart. */
  lead: CappedLead;
  /** Why a member's conditions keep a lead from it; null where they pass. */
  refusedBy: (destination: DestinationFacts) => string | null;
  nowMs: number;
  /** Tests take nobody's turn. */
  isTest: boolean;
  /** The turn is that of somebody whom the lead leaves: who is furthest behind of what it has takes it, as where a member is closed. */
  isAnothersTurn?: boolean;
  /** A submission's id, by which it is chosen instead of by counts; see `chooseByHash`. Nothing is counted then. */
  hashed?: string;
}

export interface Routed {
  traces: DestinationTrace[];
  moves: RouteMove[];
  /** Route → the member that got it now, where it had none before. */
  went: Record<string, string>;
}

type Member = DestinationFacts & { route: RoutePlace };

/**
 * Of destinations that share a route the event goes to those that the route chooses. A lead that went to one of them goes there again: its
 * corrections and its return are that one's, whoever's turn it is.
 */
export function routeEvent(
  traces: readonly DestinationTrace[],
  destinations: readonly DestinationFacts[],
  routing: Routing,
): Routed {
  const routed: Routed = { traces: [...traces], moves: [], went: {} };
  const members = destinations.filter((one): one is Member => (one.route ?? null) !== null);
  for (const [routeId, ofRoute] of Map.groupBy(members, ({ route }) => route.route_id)) {
    const taking = ofRoute.filter(({ id }) => traces.some((trace) => trace.id === id && isTaken(trace)));
    const before = ofRoute.find(({ id, route }) => id === routing.went[routeId] && route.mode !== "all");
    const refused = new Map(
      before === undefined ? taking.map((one) => [one.id, routing.refusedBy(one)] as const) : [],
    );
    const candidates = taking.filter(({ id }) => (refused.get(id) ?? null) === null);
    const choice = before === undefined ? choose(candidates, routing) : stays(before);
    routed.traces = routed.traces.map((trace) =>
      taking.some(({ id }) => id === trace.id) ? retold(trace, choice, refused.get(trace.id) ?? null) : trace,
    );
    if (before !== undefined) continue;
    routed.moves.push(...movesOf(choice, candidates, routing));
    const [only] = choice.chosen;
    if (only !== undefined && candidates[0]?.route.mode !== "all") routed.went[routeId] = only;
  }
  return routed;
}

/** It would get a delivery if it were in no route. */
const isTaken = ({ delivery_public_id }: DestinationTrace) => delivery_public_id !== undefined;

const stays = ({ id, name }: Member): RouteChoice => ({
  chosen: [id],
  passedBy: null,
  words: `${name ?? id}: the lead went there before`,
});

function choose(members: readonly Member[], routing: Routing): RouteChoice {
  const [first] = members;
  if (first === undefined) return { chosen: [], passedBy: null, words: "" };
  const { mode } = first.route;
  const candidates = members.map((member) => candidateOf(member, routing));
  if (routing.hashed === undefined) return chooseMembers(mode, candidates);
  const open = candidates.filter(({ closed }) => closed === null);
  const chosen = chooseByHash(mode, open.length > 0 ? open : candidates, routing.hashed);
  const names = chosen.map((id) => candidates.find((one) => one.id === id)?.name ?? id);
  return { chosen, passedBy: null, words: `${names.join(", ")}: chosen by the submission's id` };
}

/** A member as the choice sees it. */
export function candidateOf(
  { route, ...member }: Pick<Member, "id" | "name" | "enabled" | "health" | "limits" | "route">,
  {
    countOf,
    lead,
    nowMs,
    isAnothersTurn = false,
  }: Pick<Routing, "countOf" | "lead" | "nowMs" | "isAnothersTurn">,
): RouteCandidate {
  const counted = { route, destination_id: member.id };
  return {
    id: member.id,
    name: member.name ?? member.id,
    position: route.position,
    weight: route.weight,
    given: countOf(givenSubject(counted), routePeriod),
    passed: isAnothersTurn ? 0 : countOf(passedSubject(counted), routePeriod),
    closed: closedBecause(member, { countOf, lead, nowMs }),
  };
}

function retold(trace: DestinationTrace, choice: RouteChoice, refused: string | null): DestinationTrace {
  const { delivery_public_id: _, ...none } = trace;
  if (refused !== null) return { ...none, status: "skipped", reason: "route_conditions", words: refused };
  if (!choice.chosen.includes(trace.id)) return { ...none, status: "skipped", reason: "routed_elsewhere" };
  return { ...trace, reason: "routed", words: choice.words };
}

/** Everybody of `all` gets it, so that nobody's share is counted. */
function movesOf(choice: RouteChoice, members: readonly Member[], routing: Routing): RouteMove[] {
  const { client_id, isTest, hashed } = routing;
  const [chosen] = choice.chosen;
  if (isTest || hashed !== undefined || chosen === undefined) return [];
  const moves: RouteMove[] = [];
  for (const { id: destination_id, route } of members) {
    if (route.mode === "all") continue;
    const given = destination_id === chosen ? 1 : 0;
    const passed = choice.passedBy === null ? 0 : destination_id === choice.passedBy ? 1 : -given;
    if (given !== 0 || passed !== 0) moves.push({ client_id, route, destination_id, given, passed });
  }
  return moves;
}
