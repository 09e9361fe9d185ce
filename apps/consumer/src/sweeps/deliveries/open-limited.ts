import { heldSubject } from "@leadrelay/core/limits/limit-subjects";
import { opensAt } from "@leadrelay/core/limits/opening-hours";
import { heldSources, planOpening } from "@leadrelay/core/limits/plan-opening";
import { countIn } from "@leadrelay/core/tallies/tally";
import { releaseHeldOf } from "@leadrelay/db/deliveries/release-held";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import { forgetMarks, waitingNow, type HeldMark } from "@leadrelay/db/tallies/held-marks";

/** A minute opens no more; the next goes on. */
const mostDestinations = 100;

/**
 * Releases those that destinations with limits hold, as far as there is room for them: nothing is asked of one that is closed. Two D1 calls, none
 * where no destination is open.
 */
export async function openLimited(
  destinations: readonly Destination[],
  { lead, nowMs, limit }: { lead: D1Database; nowMs: number; limit: number },
): Promise<void> {
  const open = destinations
    .filter(({ limits }) => limits !== null && opensAt(limits, nowMs) === "now")
    .slice(0, mostDestinations);
  if (open.length === 0) return;
  const clients = [...new Set(open.map(({ client_id }) => client_id))];
  const [tallies, waiting] = await runBatch(lead, [
    currentTallies(pipelineScope, clients, nowMs),
    waitingNow(
      pipelineScope,
      open.map(({ id }) => id),
      limit,
    ),
  ]);
  const countOf = countIn(tallies);
  const marks: HeldMark[] = [];
  const releases = open.flatMap(({ id, client_id, limits }) => {
    if (limits === null) return [];
    const sources = heldSources(id, tallies);
    const at = { countOf, underWay: waiting.get(id) ?? 0, most: limit, nowMs };
    for (const source of [null, ...sources])
      marks.push({ client_id, destination_id: id, source, subject: heldSubject(id, source) });
    return planOpening({ id, limits }, sources, at).map(({ source, most }) =>
      releaseHeldOf(pipelineScope, { destination_id: id, source }, { nowMs, limit: most }),
    );
  });
  await runBatch(lead, [...releases, forgetMarks(pipelineScope, marks)]);
}
