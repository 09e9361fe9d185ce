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
/** Paced replays stand among what is due; how far to look behind them. */
const mostLookedAt = 1_000;
/** A replay's sends are paced for as long after the last of them. */
const pacedLatelyMs = 3_600_000;

const nothing: Round = { again: [], runs: [], claimed: 0, hasChanged: false };

/**
 * Works through what is due at one destination, oldest first, thirty at a time; of any number who are asked to no more do than its
 * share is. One that is down gets a single probe, when that is due. What a replay sends at a pace is left to its own wake-ups.
 * @param isApart this invocation holds up none of the destinations that answer fast; else a slow one is left to another
 */
export async function runDestination(
  destinationId: string,
  dependencies: DeliveryDependencies,
  isApart: boolean,
): Promise<Round> {
  const { control, now } = dependencies;
  const nowMs = now();
  const read = [
    destinationsByIds(pipelineScope, [destinationId]),
    recentPaces(pipelineScope, [destinationId], nowMs - pacedLatelyMs),
  ] as const;
  const [[destination], paces] = await withRepeats(() => runBatch(control, read), dependencies);
  if (destination === undefined) return nothing;
  if (needsRun(destination.health) && !isApart)
    return { ...nothing, runs: [{ destination_id: destinationId, isSlow: true, delayMs: 0 }] };
  const untilMs = nowMs + longestRunMs + leaseMs(wakeupKeyLimit, timeoutOf(destination, dependencies));
  if (destination.health?.state === "down") return probe(destination, { nowMs, untilMs }, dependencies);
  const shares = {
    destination: destination.health?.state === "slow" ? slowShare : catchUpShare,
    client: clientShare,
  };
  const slot = await runOne(control, takeRun(pipelineScope, destination, shares, { nowMs, untilMs }));
  if (slot === undefined) return nothing;
  try {
    return await workThrough({ destination, slot, isPaced: paces.length > 0, nowMs }, dependencies);
  } finally {
    await runOne(control, endRun(pipelineScope, destinationId, slot, untilMs)).catch(() => undefined);
  }
}

const timeoutOf = ({ timeout_ms }: Destination, { timeoutMs }: DeliveryDependencies) =>
  Math.max(timeout_ms ?? timeoutMs, timeoutMs);

async function probe(
  { id }: Destination,
  at: { nowMs: number; untilMs: number },
  dependencies: DeliveryDependencies,
): Promise<Round> {
  const taken = await runOne(dependencies.control, takeProbe(pipelineScope, id, at));
  if (taken === 0) return nothing;
  const [oldest] = await dueAt(id, 1, dependencies);
  return oldest === undefined ? nothing : deliver([oldest], dependencies, { occasion: "probe" });
}

interface Run {
  destination: Destination;
  /** Which thirties of what is due are its own: runs beside each other must not ask for the same. */
  slot: number;
  isPaced: boolean;
  /** When it began, ms. */
  nowMs: number;
}

async function workThrough(run: Run, dependencies: DeliveryDependencies): Promise<Round> {
  const { destination, slot, isPaced, nowMs } = run;
  const all: Round = { ...nothing, again: [], runs: [] };
  const upTo = (slot + 1) * wakeupKeyLimit;
  for (;;) {
    const found = await dueAt(destination.id, isPaced ? mostLookedAt : upTo, dependencies);
    const due = isPaced ? found.filter(({ replay_id }) => replay_id === null) : found;
    // The last of the runs takes what fewer than one thirty for each leaves.
    const mine =
      due.length < upTo
        ? due.slice(0, slot === 0 ? wakeupKeyLimit : 0)
        : due.slice(upTo - wakeupKeyLimit, upTo);
    if (mine.length === 0) return all;
    const round = await deliver(mine, dependencies, { occasion: "run" });
    all.again.push(...round.again);
    all.runs.push(...round.runs);
    // What others have just claimed, or may not be sent now, is not asked for again and again.
    if (due.length < upTo || round.claimed === 0) return all;
    if (!round.hasChanged && dependencies.now() - nowMs < longestRunMs) continue;
    if (round.runs.length === 0) all.runs.push({ destination_id: destination.id, isSlow: false, delayMs: 0 });
    return all;
  }
}

async function dueAt(
  destinationId: string,
  limit: number,
  dependencies: DeliveryDependencies,
): Promise<DueDelivery[]> {
  const statement = dueDeliveries(pipelineScope, [destinationId], { nowMs: dependencies.now(), limit });
  const due = await withRepeats(() => runOne(dependencies.lead, statement), dependencies);
  // One lost in its last try is the sweep's: it makes a dead letter of it.
  return due.filter(({ attempts, max_attempts }) => attempts < max_attempts);
}
