import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { judgeLimits } from "@leadrelay/core/limits/judge-limits";
import { heldPeriod, heldSubject } from "@leadrelay/core/limits/limit-subjects";
import { talliesOf } from "@leadrelay/core/limits/tallies-of";
import { countIn, tallyKey, type Tally } from "@leadrelay/core/tallies/tally";
import { limitedDeliveries } from "@leadrelay/db/deliveries/limited-deliveries";
import type { Destination } from "@leadrelay/db/destinations/destination";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import { withRepeats } from "@leadrelay/db/with-repeats";
import type { DeliveryDependencies } from "../delivery-dependencies.ts";
import { deliveryName } from "../due-again.ts";

/** What the limits of their destinations make of deliveries that would be claimed. */
export interface JudgedClaims<Key> {
  send: Key[];
  /** Their destinations are full or closed. `held_source` as in `Waiting`. */
  hold: (Key & { held_source: string | null })[];
  /** They say that something is held, in the batch that holds it: what comes later waits behind it. */
  marks: Tally[];
  /** Beyond the room that is left beside the others of this claim: pending as before, until those have arrived. */
  wait: Key[];
}

/**
 * Judges anew what was due when its destination became full or closed: no try is spent on it. Of a cap no claim takes more than there is room
 * for, so that it is exceeded by what other claims of the same moment take at most. One D1 call, where a destination has limits.
 */
export async function judgeClaims<Key extends DeliveryKey>(
  keys: readonly Key[],
  destinations: ReadonlyMap<string, Destination>,
  dependencies: DeliveryDependencies,
): Promise<JudgedClaims<Key>> {
  const limitsOf = ({ destination_id }: Key) => destinations.get(destination_id)?.limits ?? null;
  const limited = keys.filter((key) => limitsOf(key) !== null);
  const judged: JudgedClaims<Key> = {
    send: keys.filter((key) => limitsOf(key) === null),
    hold: [],
    marks: [],
    wait: [],
  };
  if (limited.length === 0) return judged;
  const nowMs = dependencies.now();
  const ids = new Set(limited.map(({ destination_id }) => destination_id));
  const owners = [...destinations.values()].filter(({ id }) => ids.has(id));
  const withSource = owners.some(({ limits }) => limits?.caps.some(({ source }) => source !== null));
  const [tallies, found] = await withRepeats(
    () =>
      runBatch(dependencies.lead, [
        currentTallies(pipelineScope, [...new Set(owners.map(({ client_id }) => client_id))], nowMs),
        limitedDeliveries(pipelineScope, limited, withSource),
      ]),
    dependencies,
  );
  const counted = countIn(tallies);
  const taken = new Map<string, number>();
  const countOf = (subject: string, period: string) =>
    counted(subject, period) + (taken.get(tallyKey(subject, period)) ?? 0);
  const byName = new Map(limited.map((key) => [deliveryName(key), key]));
  for (const delivery of found) {
    const key = byName.get(deliveryName(delivery));
    const destination = destinations.get(delivery.destination_id);
    if (key === undefined || destination === undefined) continue;
    if (delivery.is_notice) {
      judged.send.push(key);
      continue;
    }
    const { id, client_id, limits } = destination;
    const now = judgeLimits({ id, limits }, delivery, counted, nowMs);
    // It is at its turn already: those that are held come behind it.
    if (now.kind === "closed" || now.kind === "capped") {
      judged.hold.push({ ...key, held_source: now.source });
      const subject = heldSubject(id, now.source);
      judged.marks.push({ client_id, subject, period: heldPeriod, count: 1, ends_at: null });
    } else if (judgeLimits({ id, limits }, delivery, countOf, nowMs).kind === "capped") judged.wait.push(key);
    else {
      judged.send.push(key);
      for (const { subject, period } of talliesOf({ id, client_id, limits }, delivery, nowMs))
        taken.set(tallyKey(subject, period), (taken.get(tallyKey(subject, period)) ?? 0) + 1);
    }
  }
  return judged;
}
