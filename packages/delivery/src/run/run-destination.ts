import { wakeupKeyLimit } from "@leadrelay/contracts/delivery-wakeup";
import {
  catchUpShare,
  clientShare,
  needsRun,
  slowShare,
} from "@leadrelay/core/destination-health/destination-health";
import { leaseMs } from "@leadrelay/core/lanes/lease-ms";
import { dueDeliveries, type DueDelivery } from "@leadrelay/db/deliveries/due-deliveries";
import { endRun, takeRun } from "@leadrelay/db/destination-health/destination-runs";
import { takeProbe } from "@leadrelay/db/destination-health/write-health";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { recentPaces } from "@leadrelay/db/replays/recent-paces";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import { deliver, type Round } from "../deliver.ts";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";

/** After so long the run asks for its continuation: others wait on the same queue. */
const longestRunMs = 2_000;
/** A replay's sends are paced for as long after the last of them. */
const pacedLatelyMs = 3_600_000;

const nothing: Round = { again: [], runs: [], moved: 0, hasChanged: false };

/**
 * Works through what is due at one destination, oldest first, thirty at a time, until nothing is; of any number who are asked to no more
 * do than its share is. One that is down gets a single probe, when that is due. What a replay sends at a pace is left to its own wake-ups.
 * @param isApart this invocation holds up none of the destinations that answer fast; else a slow one is left to another
 */
export async function runDestination(
  destinationId: string,
  dependencies: DeliveryDependencies,
  isApart: boolean,
): Promise<Round> {
  const { control, now } = dependencies;
  const nowMs = now();
  const [[destination], paces] = await withRepeats(
    () =>
      runBatch(control, [
        destinationsByIds(pipelineScope, [destinationId]),
        recentPaces(pipelineScope, [destinationId], nowMs - pacedLatelyMs),
      ]),
    dependencies,
  );
  const due = { destinationId, exceptReplays: paces.length > 0 };
  // Nobody knows it, so that what waits for it is cancelled.
  if (destination === undefined)
    return deliver(await findDue(due, wakeupKeyLimit, dependencies), dependencies, { occasion: "run" });
  if (destination.enabled && !destination.deleted && needsRun(destination.health)) {
    if (!isApart) return { ...nothing, runs: [{ destination_id: destinationId, isSlow: true, delayMs: 0 }] };
    if (destination.health?.state === "down") return probe(destination, dependencies);
  }
  const untilMs = nowMs + longestRunMs + leaseMs(wakeupKeyLimit, timeoutOf(destination, dependencies));
  const shares = {
    destination: destination.health?.state === "slow" ? slowShare : catchUpShare,
    client: clientShare,
  };
  const slot = await runOne(control, takeRun(pipelineScope, destination, shares, { nowMs, untilMs }));
  if (slot === undefined) return nothing;
  try {
    return await workThrough({ destination, slot, due, nowMs }, dependencies);
  } finally {
    const end = () => runOne(control, endRun(pipelineScope, destinationId, slot, untilMs));
    await withRepeats(end, dependencies).catch(() => undefined);
  }
}

const timeoutOf = ({ timeout_ms }: Destination, { timeoutMs }: DeliveryDependencies) =>
  Math.max(timeout_ms ?? timeoutMs, timeoutMs);

/** Nothing is due: then nobody has it, and whoever comes next may probe. */
async function probe(destination: Destination, dependencies: DeliveryDependencies): Promise<Round> {
  const { control, now } = dependencies;
  const { id } = destination;
  const [oldest] = await findDue({ destinationId: id, exceptReplays: false }, 1, dependencies);
  if (oldest === undefined) return nothing;
  const nowMs = now();
  const untilMs = nowMs + leaseMs(1, timeoutOf(destination, dependencies));
  const taken = await runOne(control, takeProbe(pipelineScope, id, { nowMs, untilMs }));
  return taken === 0 ? nothing : deliver([oldest], dependencies, { occasion: "probe" });
}

interface Run {
  destination: Destination;
  /** Which thirties of what is due it takes first: runs beside each other should not ask for the same. */
  slot: number;
  due: Due;
  /** When it began, ms. */
  nowMs: number;
}

async function workThrough(run: Run, dependencies: DeliveryDependencies): Promise<Round> {
  const { destination, slot, nowMs } = run;
  const all: Round = { ...nothing, again: [], runs: [] };
  const upTo = (slot + 1) * wakeupKeyLimit;
  for (;;) {
    const due = await findDue(run.due, upTo, dependencies);
    // Where there is not a thirty for each, the claim says who has what.
    const from = due.length < upTo ? 0 : upTo - wakeupKeyLimit;
    const round = await deliver(due.slice(from, from + wakeupKeyLimit), dependencies, { occasion: "run" });
    all.again.push(...round.again);
    all.runs.push(...round.runs);
    all.moved += round.moved;
    // What others have just claimed, or may not be sent now, is not asked for again and again.
    if (round.moved === 0) return all;
    const isOver = round.hasChanged || dependencies.now() - nowMs >= longestRunMs;
    if (!isOver) continue;
    // What came meanwhile found no free slot, perhaps: somebody has to look again.
    if (round.runs.length === 0)
      all.runs.push({ destination_id: destination.id, isSlow: needsRun(destination.health), delayMs: 0 });
    return all;
  }
}

interface Due {
  destinationId: string;
  /** What a replay sends at a pace has wake-ups of its own. */
  exceptReplays: boolean;
}

async function findDue(
  { destinationId, exceptReplays }: Due,
  limit: number,
  dependencies: DeliveryDependencies,
): Promise<DueDelivery[]> {
  const { lead, now } = dependencies;
  const nowMs = now();
  const due = await withRepeats(
    () => runOne(lead, dueDeliveries(pipelineScope, [destinationId], { nowMs, limit, exceptReplays })),
    dependencies,
  );
  // One lost in its last try is the sweep's: it makes a dead letter of it.
  return due.filter(({ attempts, max_attempts }) => attempts < max_attempts);
}
