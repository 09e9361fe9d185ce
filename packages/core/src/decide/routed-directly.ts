import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import type { DestinationFacts } from "./facts.ts";
import type { Routed } from "./route-event.ts";

/**
 * Where a lead went in its routes while D1 was away: that choice stands, and is counted as any other. One that refused it has not got it,
 * so that of a `first_accepting` route the next may.
 */
export function routedDirectly(
  direct: Readonly<Record<string, readonly DirectAttempt[]>>,
  destinations: readonly DestinationFacts[],
  { client_id, isTest }: { client_id: string; isTest: boolean },
): Pick<Routed, "moves" | "went"> {
  const routed: Pick<Routed, "moves" | "went"> = { moves: [], went: {} };
  for (const { id, route = null } of destinations) {
    const last = direct[id]?.at(-1);
    if (last === undefined || route === null || route.mode === "all") continue;
    const isRefused = last.outcome === "refused" || last.outcome === "gone";
    if (isRefused && route.mode === "first_accepting") continue;
    routed.went[route.route_id] = id;
    if (!isTest) routed.moves.push({ client_id, route, destination_id: id, given: 1, passed: 0 });
  }
  return routed;
}
