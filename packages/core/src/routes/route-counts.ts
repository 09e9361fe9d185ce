import type { Tally } from "../tallies/tally.ts";
import type { RoutePlace } from "./route-member.ts";

/** What a choice adds to a member's counts; negative where a lead was taken from it again. */
export interface RouteMove {
  client_id: string;
  route: Pick<RoutePlace, "route_id" | "counted_from">;
  destination_id: string;
  given: number;
  passed: number;
}

type Counted = Pick<RouteMove, "route" | "destination_id">;

/** Under which subjects a member's counts stand in `tallies`. Other members, or other shares, begin at none. */
export const givenSubject = ({ route, destination_id }: Counted): string =>
  `route:${route.route_id}:${route.counted_from}:${destination_id}`;
export const passedSubject = (counted: Counted): string => `${givenSubject(counted)}:passed`;

/** Since ever: what they count ends when the route's members change. */
export const routePeriod = "all";

/** A move as what it adds to the tallies; nothing where it adds nothing. */
export const talliesOf = (move: RouteMove): Tally[] =>
  [
    { subject: givenSubject(move), count: move.given },
    { subject: passedSubject(move), count: move.passed },
  ]
    .filter(({ count }) => count !== 0)
    .map((one) => ({ client_id: move.client_id, period: routePeriod, ends_at: null, ...one }));
