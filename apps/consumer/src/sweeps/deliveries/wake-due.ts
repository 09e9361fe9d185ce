import { slotAt } from "@leadrelay/core/replay/slots";
import { wakeupKeyLimit, type WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import {
  catchUpShare,
  needsRun,
  type DestinationHealth,
} from "@leadrelay/core/destination-health/destination-health";
import type { DueDelivery } from "@leadrelay/db/deliveries/due-deliveries";
import type { RunRequest } from "@leadrelay/delivery/run-request";
import type { Dependencies } from "../../dependencies.ts";
import { queueBatches } from "../../queues/send-in-batches.ts";
import { sendRuns } from "../../queues/send-runs.ts";
import { pacedWakeups } from "../../queues/wake-at-pace.ts";
import { sendWakeups } from "../../queues/wake-deliveries.ts";
import type { Budget } from "../budget.ts";

/** Until the next sweep. */
const minuteSeconds = 60;

interface Due {
  database: string;
  due: readonly DueDelivery[];
  /** Requests a second at which replays were sent lately, by destination. */
  paces: ReadonlyMap<string, number>;
  /** Of each destination with something due; null where it is well. */
  health: ReadonlyMap<string, DestinationHealth | null>;
  /** Destinations that somebody works through already: whoever does so goes on until nothing is left. */
  running: ReadonlySet<string>;
}

/**
 * Has what is due worked through, as far as the budget goes: a few messages a destination, however long its backlog, and none where
 * somebody is at it. Of what a replay sends, a destination whose replays were paced lately gets no more than a minute's worth, at that
 * pace: what a crash left of them must not reach it all at once. Nothing else is paced.
 */
export async function wakeDue(
  dependencies: Pick<Dependencies, "deliveriesQueue" | "slowDeliveriesQueue" | "now">,
  { database, due, paces, health, running }: Due,
  budget: Budget,
): Promise<void> {
  const nowMs = dependencies.now();
  const isPaced = ({ destination_id, replay_id }: DueDelivery) =>
    replay_id !== null && paces.has(destination_id);
  const { paced: replayed = [], unpaced = [] } = Object.groupBy(due, (delivery) =>
    isPaced(delivery) ? "paced" : "unpaced",
  );
  const runs = [...Map.groupBy(unpaced, ({ destination_id }) => destination_id)]
    .filter(([id]) => !running.has(id))
    .flatMap(([id, waiting]) => runsFor(id, waiting.length, health.get(id) ?? null, nowMs));
  // A call for each hundred, and one more because there are two queues.
  if (runs.length > 0 && budget.take(1 + Math.ceil(runs.length / 100)))
    await sendRuns(dependencies, database, runs);
  const paced = [...paces].flatMap(([destinationId, perSecond]) => {
    const mine = replayed.filter(({ destination_id }) => destination_id === destinationId);
    const minutesWorth = mine.slice(0, Math.ceil(perSecond * minuteSeconds));
    const slots = minutesWorth.map((delivery, index) => ({
      key: keyOf(delivery),
      at: slotAt(nowMs, index, perSecond),
    }));
    return pacedWakeups(database, slots, perSecond, nowMs);
  });
  const affordable = queueBatches(paced).slice(0, budget.left);
  budget.take(affordable.length);
  await sendWakeups(dependencies, affordable.flat());
}

/** As many as its share, and no more than there is work for; of one that is down the probe, if nobody came for it. */
function runsFor(
  destination_id: string,
  waiting: number,
  health: DestinationHealth | null,
  nowMs: number,
): RunRequest[] {
  const isDown = health?.state === "down";
  if (isDown && nowMs < (health.next_probe_at ?? 0)) return [];
  const count = isDown ? 1 : Math.min(catchUpShare, Math.ceil(waiting / wakeupKeyLimit));
  return Array.from({ length: count }, () => ({ destination_id, isSlow: needsRun(health), delayMs: 0 }));
}

const keyOf = ({ lead_id, event_id, destination_id, attempts }: DueDelivery): WakeupKey => ({
  lead_id,
  event_id,
  destination_id,
  attempts,
});
