import type { Scope } from "../scope.ts";
import type { Statement } from "../statement.ts";
import { deliveryCandidates } from "./delivery-candidates.ts";
import { letterCandidates } from "./letter-candidates.ts";
import type { CandidatePage, ReplayCandidate } from "./replay-candidate.ts";

/**
 * The next of what a filter may want of a client (null, of letters alone: those without one), oldest first; all that was looked
 * at, wanted or not.
 */
export function replayCandidates(
  scope: Scope,
  clientId: string | null,
  { filter, ...page }: CandidatePage,
): Statement<ReplayCandidate[]> {
  if (filter.status === "dead") return letterCandidates(scope, clientId, filter, page);
  if (clientId === null) throw new Error("Every delivery has a client");
  return deliveryCandidates(scope, clientId, filter, page);
}
