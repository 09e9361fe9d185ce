import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { WakeupKey } from "@leadrelay/contracts/delivery-wakeup";
import { logEvent } from "@leadrelay/contracts/log-event";
import { mayRun } from "@leadrelay/core/destination-health/destination-health";
import { leaseMs } from "@leadrelay/core/lanes/lease-ms";
import { cancelDeliveries } from "@leadrelay/db/deliveries/cancel-deliveries";
import { claimDeliveries } from "@leadrelay/db/deliveries/claim-deliveries";
import { holdDeliveries, type HeldKey } from "@leadrelay/db/deliveries/hold-deliveries";
import { recordLostAttempts } from "@leadrelay/db/deliveries/record-lost-attempts";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { destinationsByIds } from "@leadrelay/db/destinations/destinations-by-ids";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope, type PipelineScope } from "@leadrelay/db/scope";
import type { Statement } from "@leadrelay/db/statement";
import { addTallies } from "@leadrelay/db/tallies/add-tallies";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import { needsForm } from "./needs-form.ts";
import type { Occasion } from "./occasion.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { deliveryName, type DueAgain } from "./due-again.ts";
import { judgeClaims } from "./limits/judge-claims.ts";
import type { RunRequest } from "./run-request.ts";
import type { SendPace } from "./send-pace.ts";
import { takeOver } from "./take-over.ts";

/** A lease is longer by chance, so that a claim that is repeated knows its own from another's of the same moment. */
const markMs = 5_000;

/** What became of deliveries that were woken. */
interface Woken {
  claimed: ClaimedDelivery[];
  early: DueAgain[];
  /** Destinations whose runs must send what was left to them. */
  left: RunRequest[];
  /** How many were held or cancelled. */
  stopped: number;
}

/**
 * Takes what is due, a delivery named twice once; what its destination's state forbids is held or cancelled, what was woken too early is
 * returned, and what a slow destination's runs must send is left to them.
 */
export async function claimWoken(
  given: readonly WakeupKey[],
  { pace, occasion }: { pace: SendPace; occasion: Occasion },
  dependencies: DeliveryDependencies,
): Promise<Woken> {
  const { control, lead, timeoutMs, now, random } = dependencies;
  const keys = [...new Map(given.map((key) => [deliveryName(key), key])).values()];
  const ids = [...new Set(keys.map(({ destination_id }) => destination_id))];
  const found = await withRepeats(() => runOne(control, destinationsByIds(pipelineScope, ids)), dependencies);
  const destinations = new Map(found.map((destination) => [destination.id, destination]));
  const action = (key: WakeupKey) => actionFor(destinations.get(key.destination_id), pace, occasion);
  const { send: may = [], hold: off = [], cancel = [], leave = [] } = Object.groupBy(keys, action);
  const { send, hold: limited, marks } = await judgeClaims(may, destinations, dependencies);
  const hold: HeldKey[] = [...off, ...limited];
  const nowMs = now();
  const left = runsFor(leave, destinations, nowMs);
  if (send.length + hold.length + cancel.length === 0) return { claimed: [], early: [], left, stopped: 0 };
  const longestMs = Math.max(...found.map(({ timeout_ms }) => timeout_ms ?? timeoutMs), timeoutMs);
  const leaseUntil =
    nowMs + leaseMs(keys.length, longestMs) + pace.spreadMs(keys.length) + Math.floor(random() * markMs);
  const withForm = found.filter(needsForm).map(({ id }) => id);
  const claim = { nowMs, leaseUntil, dueBy: nowMs + pace.aheadMs, withForm };
  const stopping = [
    ...stop([...hold, ...cancel], recordLostAttempts, nowMs),
    ...stop(hold, holdDeliveries, nowMs),
    ...stop(cancel, cancelDeliveries, nowMs),
    ...addTallies(pipelineScope, marks),
  ];
  const [due] = await withRepeats(
    (isRepeat) =>
      runBatch(lead, [claimDeliveries(pipelineScope, send, "due", { ...claim, isRepeat }), ...stopping]),
    dependencies,
  );
  const claimedNames = new Set(due.map(deliveryName));
  const rest = send.filter((key) => !claimedNames.has(deliveryName(key)));
  const { taken, early } = await takeOver(rest, claim, dependencies).catch((error: unknown) => {
    if (due.length === 0) throw error;
    // What is claimed already must be sent; the sweep wakes the rest.
    logEvent("wakeup.failed", { deliveries: rest.length, error: reasonOf(error) });
    return { taken: [], early: [] };
  });
  const claimed = [...due, ...taken].flatMap((delivery): ClaimedDelivery[] => {
    const destination = destinations.get(delivery.destination_id);
    return destination === undefined ? [] : [{ delivery, destination }];
  });
  return { claimed, early, left, stopped: hold.length + cancel.length };
}

/** Nearly always there is nothing to stop, and a statement costs whatever it finds. */
const stop = <Key extends HeldKey>(
  keys: readonly Key[],
  statement: (scope: PipelineScope, keys: readonly Key[], nowMs: number) => Statement<number>,
  nowMs: number,
) => (keys.length === 0 ? [] : [statement(pipelineScope, keys, nowMs)]);

type Action = "send" | "hold" | "cancel" | "leave";

/** A pace of its own keeps a replay from holding up others; while a destination is down nothing but its probe is sent. */
function actionFor(destination: Destination | undefined, pace: SendPace, occasion: Occasion): Action {
  if (destination === undefined || destination.deleted) return "cancel";
  if (!destination.enabled) return "hold";
  const state = destination.health?.state;
  if (state === "down") return occasion === "probe" ? "send" : "leave";
  return state === "slow" && occasion === "wakeup" && !pace.isPaced ? "leave" : "send";
}

/** One run for each destination; one that is down waits for its next probe, which comes by itself unless it is due. */
function runsFor(
  keys: readonly WakeupKey[],
  destinations: ReadonlyMap<string, Destination>,
  nowMs: number,
): RunRequest[] {
  const ids = [...new Set(keys.map(({ destination_id }) => destination_id))];
  const isAsked = (id: string) => mayRun(destinations.get(id)?.health ?? null, nowMs);
  return ids.filter(isAsked).map((id) => ({ destination_id: id, isSlow: true, delayMs: 0 }));
}
