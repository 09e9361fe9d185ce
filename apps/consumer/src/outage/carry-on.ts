import { wakeupKeyLimit } from "@leadrelay/contracts/delivery-wakeup";
import { logEvent } from "@leadrelay/contracts/log-event";
import {
  afterDoubtfulCommit,
  afterFailedTry,
  maySendDirectly,
  outageDelaySeconds,
} from "@leadrelay/core/outage/outage-state";
import type { Dependencies } from "../dependencies.ts";
import { sendInBatches } from "../queues/send-in-batches.ts";
import { outageOf, withOutage } from "../submissions/pending.ts";
import type { Received, Settlement } from "../submissions/settlement.ts";
import { reportOutage } from "./report-outage.ts";
import { sendDirectly } from "./send-directly.ts";

type Unavailable = Extract<Settlement, { kind: "unavailable" }>;

/**
 * D1 is away. From the second try on the lead goes to Make without it; then the message, with all that happened to it, is put
 * on the queue anew and the old one acked: a retried message cannot carry state, and counts towards the dead-letter limit.
 * As many at a time as a wake-up delivers: a crash repeats the sends that no message tells of yet.
 */
export async function carryOn(
  unavailable: readonly Unavailable[],
  dependencies: Dependencies,
): Promise<void> {
  for (let from = 0; from < unavailable.length; from += wakeupKeyLimit)
    await carryOnTogether(unavailable.slice(from, from + wakeupKeyLimit), dependencies);
}

async function carryOnTogether(unavailable: readonly Unavailable[], dependencies: Dependencies) {
  const nowMs = dependencies.now();
  const doubted = unavailable.map(({ pending, commitAttempted }) =>
    commitAttempted ? withOutage(pending, afterDoubtfulCommit(outageOf(pending), nowMs)) : pending,
  );
  const sent = await sendDirectly(doubted, (each) => maySendDirectly(outageOf(each)), dependencies);
  await reportOutage(sent, unavailable[0]?.error ?? "", dependencies);
  await putOnAnew(sent, dependencies);
}

/** Sends each message on with one more failed try; should that fail, the old one is retried as it is. */
async function putOnAnew(received: readonly Received[], dependencies: Dependencies): Promise<void> {
  const next = received.map((each) => withOutage(each, afterFailedTry(outageOf(each))));
  const delayOf = (each: Received) => outageDelaySeconds(outageOf(each).tries);
  try {
    await dependencies.journal?.put(next.map(({ body }) => body));
    await sendInBatches(
      dependencies.leadsQueue,
      next.map((each) => ({ body: each.body, delaySeconds: delayOf(each) })),
    );
    for (const { message } of next) message.ack();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    logEvent("message.retried", { reason, messages: next.length });
    for (const each of next) each.message.retry({ delaySeconds: delayOf(each) });
  }
}
