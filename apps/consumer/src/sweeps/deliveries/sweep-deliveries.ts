import type { DestinationHealth } from "@leadrelay/core/destination-health/destination-health";
import { runningDestinations } from "@leadrelay/db/destination-health/destination-runs";
import {
  dueDeliveries,
  unsettledDestinations,
  type DueDelivery,
} from "@leadrelay/db/deliveries/due-deliveries";
import { releaseHeld } from "@leadrelay/db/deliveries/release-held";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { recentPaces } from "@leadrelay/db/replays/recent-paces";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { eachDatabase } from "../each-database.ts";
import { leaving, openBudget } from "../budget.ts";
import { buryLost, callsToBury } from "./bury-lost.ts";
import { openLimited } from "./open-limited.ts";
import { wakeDue } from "./wake-due.ts";

/** What one sweep looks at in a database, shared equally: a destination with a long backlog must not hide the others. */
const mostDeliveries = 6_000;

/**
 * Wakes what is due and nobody woke (a wake-up was lost, a lease ran out, a wait was longer than a queue keeps, a destination is
 * no longer disabled), and makes a dead letter of what was lost at its last attempt.
 */
export const sweepDeliveries = (dependencies: Dependencies, budget = openBudget()): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(callsToFind)) return 0;
    const { due, ...found } = await findDue(dependencies.leadDatabase(database), dependencies);
    const { lost = [], waiting = [] } = Object.groupBy(due, isSpent);
    await wakeDue(dependencies, { database, due: waiting, ...found }, leaving(budget, callsToBury(lost)));
    await buryLost(lost, database, dependencies, budget);
    return due.length;
  });

const isSpent = ({ attempts, max_attempts }: DueDelivery) => (attempts >= max_attempts ? "lost" : "waiting");

/** A replay's sends that a crash left behind are at most so old, or nobody would still count on their pace. */
const pacedLatelyMs = 3_600_000;

/** Reads of the database, of its destinations and of what counts against their limits, which opens some; then what is due. */
const callsToFind = 5;

interface Due {
  due: DueDelivery[];
  /** Requests a second, by destination. */
  paces: ReadonlyMap<string, number>;
  health: ReadonlyMap<string, DestinationHealth | null>;
  /** Destinations that somebody works through already. */
  running: ReadonlySet<string>;
}

async function findDue(lead: D1Database, { control, now }: Dependencies): Promise<Due> {
  const unsettled = await runOne(lead, unsettledDestinations(pipelineScope));
  if (unsettled.length === 0) return { due: [], paces: new Map(), health: new Map(), running: new Set() };
  const nowMs = now();
  const [known, paces, running] = await runBatch(control, [
    destinationsByIds(pipelineScope, unsettled),
    recentPaces(pipelineScope, unsettled, nowMs - pacedLatelyMs),
    runningDestinations(pipelineScope, unsettled, nowMs),
  ]);
  const disabled = new Set(known.filter(({ enabled, deleted }) => !enabled && !deleted).map(({ id }) => id));
  const atMost = { nowMs, limit: Math.max(1, Math.floor(mostDeliveries / unsettled.length)) };
  const limited = known.filter(({ id, limits, deleted }) => limits !== null && !deleted && !disabled.has(id));
  const apart = new Set(limited.map(({ id }) => id));
  const released = unsettled.filter((id) => !disabled.has(id) && !apart.has(id));
  await openLimited(limited, { lead, ...atMost });
  const [, due] = await runBatch(lead, [
    releaseHeld(pipelineScope, released, atMost),
    dueDeliveries(pipelineScope, unsettled, atMost),
  ]);
  return {
    due,
    paces: new Map(paces.map((pace) => [pace.destination_id, pace.per_second])),
    health: new Map(known.map(({ id, health }) => [id, health])),
    running: new Set(running),
  };
}
