import { wakeupKeyLimit } from "@leadrelay/contracts/delivery-wakeup";
import { afterDoubtfulCommit, maySendDirectly } from "@leadrelay/core/outage/outage-state";
import type { Dependencies } from "../dependencies.ts";
import { outageOf, withOutage } from "../received/pending.ts";
import type { Settlement } from "../received/settlement.ts";
import { putOnAnew } from "./put-on-anew.ts";
import { reportOutage } from "./report-outage.ts";
import { sendDirectly } from "./send-directly.ts";

type Unavailable = Extract<Settlement, { kind: "unavailable" }>;

/**
 * D1 is away. From the second try on the lead goes to its destinations without it; then the message, with all that happened to it, is put
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
  await putOnAnew(sent, dependencies);
  await reportOutage(sent, unavailable[0]?.error ?? "", dependencies);
}
