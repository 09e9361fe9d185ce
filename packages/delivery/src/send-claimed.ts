import { mostTogether } from "@leadrelay/adapters/registry";
import { attemptGroup } from "./attempt-group.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { Occasion } from "./occasion.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { groupClaimed, type ClaimedGroup } from "./group-claimed.ts";
import { keptExchange } from "./exchanges/kept-exchange.ts";
import { downGate } from "./health/down-gate.ts";
import { watchAnswers } from "./health/watch-answers.ts";
import { withKeptOf } from "./kept-under.ts";
import { logAttempts } from "./log-attempts.ts";
import { speakerOf } from "./speaker-of.ts";
import { orElse } from "./or-else.ts";
import { answerOf } from "./shapes/answer-of.ts";
import { runLanes } from "./run-lanes.ts";
import type { SendPace } from "./send-pace.ts";
import { notSent, sentDelivery, type SentDelivery } from "./sent-delivery.ts";

/**
 * Sends each claimed delivery once, six requests at a time and fair to every destination; no further at one that goes down meanwhile. Where a
 * kind takes several together they share a try, and each has an attempt of its own.
 */
export async function sendClaimed(
  claimed: readonly ClaimedDelivery[],
  { pace, occasion }: { pace: SendPace; occasion: Occasion },
  dependencies: DeliveryDependencies,
): Promise<SentDelivery[]> {
  const sent: SentDelivery[] = [];
  const gate = downGate();
  const watch = watchAnswers(dependencies);
  const inOrder = claimed
    .map(withKeptOf)
    .toSorted((a, b) => a.delivery.next_attempt_at - b.delivery.next_attempt_at);
  await runLanes(
    groupClaimed(inOrder, mostTogether),
    ([{ destination }]) => destination.id,
    async (group) => {
      const [{ destination }] = group;
      for (const { delivery } of group) await pace.turnOf(delivery);
      if (gate.isShut(destination)) {
        sent.push(...group.map((each) => notSent(each, dependencies.now())));
        return;
      }
      const done = await watch.over(destination, sendGroup(group, occasion, dependencies));
      for (const { isAside, attempt } of done) if (isAside !== true) gate.note(destination, attempt);
      sent.push(...done);
    },
  );
  await watch.finish();
  logAttempts(sent);
  return sent;
}

const brokenAt = ({ delivery: { event } }: ClaimedDelivery, reason: string) => ({
  reason,
  submission_id: event.payload.lead_submission_public_id,
});

/** Of those that a request carried one speaks for it. */
async function sendGroup(
  group: ClaimedGroup,
  occasion: Occasion,
  dependencies: DeliveryDependencies,
): Promise<SentDelivery[]> {
  const results = await attemptGroup(group, dependencies);
  const speaker = speakerOf(results.map(({ result }) => result.outcome));
  return group.flatMap((claimed, index): SentDelivery[] => {
    const made = results[index];
    if (made === undefined) return [];
    const exchange = dependencies.keepsExchanges
      ? orElse(() => keptExchange(claimed, made), undefined)
      : undefined;
    const sent = {
      ...sentDelivery(claimed, made.result, occasion, dependencies),
      ...(exchange === undefined ? {} : { exchange }),
      ...(made.broken === undefined ? {} : { broken: brokenAt(claimed, made.broken) }),
      ...orElse(() => answerOf(claimed, made, dependencies), {}),
    };
    return [index === speaker ? sent : { ...sent, isAside: true }];
  });
}
