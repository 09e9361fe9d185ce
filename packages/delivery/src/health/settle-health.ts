import { usualRefusalsUntilHeld } from "@leadrelay/contracts/hold-after-refusals";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import {
  catchUpShare,
  isGivenUp,
  type DestinationHealth,
} from "@leadrelay/core/destination-health/destination-health";
import { judgeHealth } from "@leadrelay/core/destination-health/judge-health";
import { makeDue } from "@leadrelay/db/deliveries/make-due";
import { writeHealth } from "@leadrelay/db/destination-health/write-health";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import { switchOff } from "../switch-off.ts";
import type { RunRequest } from "../run-request.ts";
import type { SentDelivery } from "../sent-delivery.ts";

/** What a round has changed about the destinations it sent to. */
export interface HealthChange {
  /** Of one that went down its next probe, of one that is back those that catch up. */
  runs: RunRequest[];
  hasChanged: boolean;
}

/**
 * Writes down what a round's tries say of each destination, where that has changed: a destination that is well costs nothing.
 * Never throws: the outcomes are settled, and the next round judges again.
 */
export async function settleHealth(
  sent: readonly SentDelivery[],
  dependencies: DeliveryDependencies,
  isProbe: boolean,
): Promise<HealthChange> {
  const tried = sent.filter(({ wasSent, isAside }) => wasSent && isAside !== true);
  const change: HealthChange = { runs: [], hasChanged: false };
  for (const [, together] of Map.groupBy(tried, ({ destination }) => destination.id)) {
    const [first] = together;
    if (first === undefined) continue;
    try {
      const runs = await settleOne(first.destination, together, dependencies, isProbe);
      change.hasChanged ||= runs !== undefined;
      change.runs.push(...(runs ?? []));
    } catch (error) {
      logEvent("destination.health_failed", {
        destination_id: first.destination.id,
        error: reasonOf(error),
      });
    }
  }
  return change;
}

/** undefined where its health is what it was. */
async function settleOne(
  destination: Destination,
  sent: readonly SentDelivery[],
  dependencies: DeliveryDependencies,
  isProbe: boolean,
): Promise<RunRequest[] | undefined> {
  const { control, lead, now } = dependencies;
  const nowMs = now();
  const tries = sent.map(({ delivery, attempt, retryAfterMs }) => ({
    delivery: delivery.public_id,
    outcome: attempt.outcome,
    isOurs: attempt.outcome === "refused" && attempt.status_code === null,
    started_at: attempt.started_at,
    duration_ms: attempt.duration_ms,
    retry_after_ms: retryAfterMs,
  }));
  const before = destination.health;
  const after = judgeHealth(before, tries, {
    nowMs,
    isProbe,
    refusalsUntilHeld: destination.hold_after_refusals ?? usualRefusalsUntilHeld,
  });
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  // It is back: what waits there is due before anybody takes it for well.
  if (before?.state === "down" && after?.state !== "down")
    await withRepeats(() => runOne(lead, makeDue(pipelineScope, destination.id, nowMs)), dependencies);
  await withRepeats(
    () => runOne(control, writeHealth(pipelineScope, destination, after, before)),
    dependencies,
  );
  if (before?.state !== after?.state) tell(destination, before, after);
  if (after !== null && isGivenUp(after, nowMs)) {
    await withRepeats(() => switchOff(destination, "failing", dependencies), dependencies);
    return [];
  }
  if (after?.state === "down")
    return [
      { destination_id: destination.id, isSlow: true, delayMs: (after.next_probe_at ?? nowMs) - nowMs },
    ];
  if (before?.state !== "down") return [];
  const run = { destination_id: destination.id, isSlow: after !== null, delayMs: 0 };
  return Array.from({ length: catchUpShare }, () => run);
}

function tell(
  { id, client_id }: Destination,
  before: DestinationHealth | null,
  after: DestinationHealth | null,
): void {
  logEvent("destination.health", {
    destination_id: id,
    client_id,
    from: before?.state ?? "well",
    to: after?.state ?? "well",
  });
}
