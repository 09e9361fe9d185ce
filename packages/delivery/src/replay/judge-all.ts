import { judgeCandidate, type Judged } from "@leadrelay/core/replay/judge-candidate";
import type { ReplayCandidate } from "@leadrelay/db/replays/replay-candidate";
import type { ReplayDestination } from "@leadrelay/db/replays/replay-destinations";

/** What becomes of each candidate, its destination being as it is now; one that is unknown counts as deleted. */
export const judgeAll = (
  candidates: readonly ReplayCandidate[],
  destinations: ReadonlyMap<string, ReplayDestination>,
  nowMs: number,
): Judged<ReplayCandidate>[] =>
  candidates.map((candidate) => {
    const state = destinations.get(candidate.destination_id ?? "")?.state ?? "deleted";
    return { candidate, verdict: judgeCandidate(candidate, state, nowMs) };
  });
