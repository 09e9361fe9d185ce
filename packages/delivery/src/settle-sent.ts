import { capMarks, type TakenDelivery } from "@leadrelay/core/limits/cap-marks";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { closeDeadLetters } from "@leadrelay/db/dead-letters/close-dead-letters";
import { keepLateExchanges } from "@leadrelay/db/exchanges/late-exchanges";
import { countSettled } from "@leadrelay/db/deliveries/count-settled";
import { insertAttempts } from "@leadrelay/db/deliveries/insert-attempts";
import { markLeadsSent } from "@leadrelay/db/deliveries/mark-leads-sent";
import { settleDeliveries } from "@leadrelay/db/deliveries/settle-deliveries";
import { writeDeadLetters } from "@leadrelay/db/dead-letters/write-dead-letters";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import { cancelOthers } from "@leadrelay/db/routes/cancel-others";
import { passOn } from "@leadrelay/db/routes/pass-on";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { raiseCapped } from "@leadrelay/db/signals/raise-capped";
import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import { countTaken } from "@leadrelay/db/tallies/count-taken";
import type { Statement } from "@leadrelay/db/statement";
import { outageIn } from "@leadrelay/db/storage-error";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import { brokenMappings } from "./broken-mappings.ts";
import { fitExchanges } from "./exchanges/fit-exchanges.ts";
import { linkAnswered } from "./notices/link-answered.ts";
import { noteAnswers } from "./shapes/note-answers.ts";
import { wakeupKey, type DueAgain } from "./due-again.ts";
import { noteOptedOut } from "./opt-outs/note-opted-out.ts";
import { passOnRefused } from "./routes/pass-on-refused.ts";
import type { SettledSend } from "./settled-send.ts";
import { ownError } from "./log-attempts.ts";
import { signalsOfSent } from "./signals-of-sent.ts";
import { switchOff } from "./switch-off.ts";

/** `attempts`: as they were settled. `passedOn`: deliveries to the next of a route, and notices of links, to be woken. */
interface Settled {
  isSettled: boolean;
  attempts: readonly SettledAttempt[];
  passedOn: DueAgain[];
}

/** Takes over outcomes that D1 does not take now; false where it cannot. */
export type HandOver = (sent: readonly SettledSend[]) => Promise<boolean>;

/**
 * Settling is idempotent, and only this worker knows that the receiver has the lead: while D1 is away it is asked again and again,
 * because a lease that runs out unsettled sends once more. Waits double; those while it is away stay short, to be there before the
 * next claim when it comes back, those of one that answers and refuses do not.
 */
const settleTries = 150;
const longestWaitMs = {
  unavailable: 5_000,
  overloaded: 30_000,
  full: 30_000,
  read_only: 30_000,
  damaged: 30_000,
};
/** An invocation of a queue consumer ends after 15 minutes. */
const longestSettleMs = 10 * 60_000;

/**
 * Writes every outcome in one D1 batch, then switches off the destinations that are gone. While D1 is away it asks again, or leaves it
 * all to `handOver`; then nothing is settled yet. What the next of a route gets is written with it.
 */
export async function settleSent(
  sent: readonly SettledSend[],
  dependencies: DeliveryDependencies,
  handOver: HandOver = async () => false,
): Promise<Settled> {
  if (sent.length === 0) return { isSettled: true, attempts: [], passedOn: [] };
  const settled = await settleWhileAway(sent, dependencies, handOver);
  if (!settled.isSettled) return settled;
  for (const [index, attempt] of settled.attempts.entries())
    if (attempt.dead_letter !== null)
      logEvent("delivery.dead", {
        delivery_id: sent[index]?.delivery.public_id,
        lead_id: attempt.lead_id,
        client_id: attempt.client_id,
        destination_id: attempt.destination_id,
        cause: attempt.dead_letter.cause,
        status_code: attempt.status_code,
        error: ownError(attempt),
      });
  await disableGone(sent, dependencies);
  return settled;
}

async function settleWhileAway(
  sent: readonly SettledSend[],
  dependencies: DeliveryDependencies,
  handOver: HandOver,
): Promise<Settled> {
  const giveUpAt = dependencies.now() + longestSettleMs;
  for (let tried = 1; ; tried += 1) {
    try {
      return await settleOnce(sent, dependencies);
    } catch (error) {
      const text = reasonOf(error);
      logEvent("delivery.settle_failed", { deliveries: sent.length, tried, error: text });
      const outage = outageIn(error);
      if (outage === undefined) throw error;
      if (tried === 1 && (await handOver(sent))) return { isSettled: false, attempts: [], passedOn: [] };
      if (tried === settleTries || dependencies.now() >= giveUpAt) throw error;
      await dependencies.wait(settleDelayMs(tried, outage, dependencies.random()));
    }
  }
}

/** By chance between half and all of it, so that those who were refused together do not ask together. */
function settleDelayMs(tried: number, outage: keyof typeof longestWaitMs, random: number): number {
  const longest = Math.min(longestWaitMs[outage], 250 * 2 ** (tried - 1));
  return Math.round((longest * (1 + random)) / 2);
}

async function settleOnce(
  sent: readonly SettledSend[],
  dependencies: DeliveryDependencies,
): Promise<Settled> {
  const { lead, now } = dependencies;
  const { kept, late } = fitExchanges(sent);
  const { attempts, passings } = await passOnRefused(sent, dependencies);
  const linked = await linkAnswered(attempts, dependencies);
  const nowMs = now();
  const delivered = attempts.filter(({ status }) => status === "delivered");
  const taken = sent
    .filter(({ attempt, destination }) => attempt.status === "delivered" && isInOrder(destination))
    .map(({ attempt }) => attempt);
  const hasDead = attempts.some(({ status }) => status === "dead");
  const sentAt = Math.max(...delivered.map(({ started_at, duration_ms }) => started_at + duration_ms));
  const noted = noteAnswers(sent, dependencies.knownShapes, nowMs);
  await runBatch<readonly Statement<unknown>[]>(lead, [
    ...passOn(pipelineScope, passings, "claimed"),
    ...countSettled(pipelineScope, attempts),
    ...countTaken(pipelineScope, attempts),
    settleDeliveries(pipelineScope, attempts, nowMs),
    insertAttempts(pipelineScope, kept),
    ...(late.length > 0 ? [keepLateExchanges(pipelineScope, late)] : []),
    ...(hasDead ? [writeDeadLetters(pipelineScope, attempts, nowMs)] : []),
    ...(delivered.length > 0 ? [closeDeadLetters(pipelineScope, delivered, nowMs)] : []),
    ...markLeadsSent(pipelineScope, delivered, sentAt),
    ...raiseSignals(pipelineScope, [...signalsOfSent(sent), ...brokenMappings(sent)]),
    ...raiseCapped(pipelineScope, capMarks(attempts.flatMap(takenDelivery))),
    ...noteOptedOut(sent, nowMs),
    ...(taken.length > 0 ? [cancelOthers(pipelineScope, taken, nowMs)] : []),
    ...noted.statements,
  ]);
  const more = noted.whatFollows();
  // All is settled by now: what fails here is looked at with the next answer of its shape.
  if (more.length > 0) await runBatch(lead, more).catch(() => []);
  const passedOn = passings.flatMap(({ next }) =>
    next.next_attempt_at === null ? [] : [{ key: wakeupKey(next, 0), at: next.next_attempt_at }],
  );
  return { isSettled: true, attempts, passedOn: [...linked, ...passedOn] };
}

function takenDelivery({ status, taken, started_at, duration_ms, ...of }: SettledAttempt): TakenDelivery[] {
  if (status !== "delivered" || taken === undefined) return [];
  const { client_id, destination_id, lead_id, event_id } = of;
  return [{ client_id, destination_id, lead_id, event_id, taken, taken_at: started_at + duration_ms }];
}

const isInOrder = ({ route }: SettledSend["destination"]) => route?.mode === "first_accepting";

/** A 410 speaks of the address it came from: one that was changed meanwhile stays on. */
async function disableGone(sent: readonly SettledSend[], dependencies: DeliveryDependencies): Promise<void> {
  const gone = new Map(
    sent
      .filter(({ attempt }) => attempt.outcome === "gone")
      .map(({ destination }) => [destination.id, destination]),
  );
  for (const destination of gone.values()) await switchOff(destination, "gone", dependencies);
}
