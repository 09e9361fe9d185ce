import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import type { ReplaySend } from "@leadrelay/db/replays/advance-replay";
import type { ReplayCandidate } from "@leadrelay/db/replays/replay-candidate";
import type { ReplayDestination } from "@leadrelay/db/replays/replay-destinations";
import { reserveTimes } from "../reserve-times.ts";
import type { ReplayDependencies } from "./replay-dependencies.ts";

interface Sends {
  candidates: readonly ReplayCandidate[];
  destinations: ReadonlyMap<string, ReplayDestination>;
  /** null: all at once. */
  perSecond: number | null;
  nowMs: number;
}

/** Gives each delivery its time, now or at the pace that its destination's replays share, and a new round of its schedule. */
export async function scheduleSends(
  { candidates, destinations, perSecond, nowMs }: Sends,
  { control, retrySchedule }: Pick<ReplayDependencies, "control" | "retrySchedule">,
): Promise<ReplaySend[]> {
  const byDestination = Map.groupBy(candidates, ({ destination_id }) => destination_id ?? "");
  const counts = new Map([...byDestination].map(([id, all]) => [id, all.length]));
  const timeOf = await reserveTimes(counts, { perSecond, nowMs }, control);
  return [...byDestination].flatMap(([id, all]) => {
    const tries = scheduleOf(destinations.get(id)?.retry_schedule ?? null, retrySchedule).length + 1;
    return all.flatMap((candidate, index) => toSend(candidate, timeOf(id, index), tries));
  });
}

/** A candidate that is to be sent has a delivery. */
function toSend(candidate: ReplayCandidate, at: number, tries: number): ReplaySend[] {
  const { lead_id, event_id, destination_id, status, attempts, replay_id } = candidate;
  if (lead_id === null || event_id === null || destination_id === null) return [];
  if (status === null || attempts === null) return [];
  return [{ lead_id, event_id, destination_id, status, attempts, replay_id, at, tries }];
}
