import { parseSubmissionMessage } from "@leadrelay/contracts/parse-submission-message";
import type { Outage } from "@leadrelay/contracts/submission-message";
import { afterDoubtfulCommit, maySendDirectly } from "@leadrelay/core/outage/outage-state";
import type { Dependencies } from "../dependencies.ts";
import { outageOf, withOutage } from "../received/pending.ts";
import type { Received, Settlement } from "../received/settlement.ts";
import { groupSends } from "./group-sends.ts";
import { planSends } from "./plan-sends.ts";
import { putOnAnew } from "./put-on-anew.ts";
import { reportOutage } from "./report-outage.ts";
import { rememberedWith, sendAndRemember } from "./send-and-remember.ts";
import { rememberSent } from "./sent-person-store.ts";

type Unavailable = Extract<Settlement, { kind: "unavailable" }>;

/**
 * D1 is away. From the second try on the lead goes to its destinations without it; then the message, with all that happened to it, is put
 * on the queue anew and the old one acked: a retried message cannot carry state, and counts towards the dead-letter limit.
 * Those with nothing to send wait for no receiver; the others go group by group, because a crash repeats the sends that no message
 * tells of yet.
 */
export async function carryOn(
  unavailable: readonly Unavailable[],
  dependencies: Dependencies,
): Promise<void> {
  if (unavailable.length === 0) return;
  const nowMs = dependencies.now();
  const doubted = unavailable.map(({ pending, commitAttempted }) =>
    commitAttempted ? withOutage(pending, afterDoubtfulCommit(outageOf(pending), nowMs)) : pending,
  );
  // What this very invocation has sent, no message tells of yet: a second try before one does would double what a crash repeats.
  const isDue = (each: Received) => maySendDirectly(outageOf(each)) && !wasSentNow(each);
  const planned = await planSends(doubted, isDue, dependencies);
  const error = unavailable[0]?.error ?? "";
  const unsent = planned.filter(({ sends }) => sends.length === 0).map(({ received }) => received);
  await moveOn(unsent, error, dependencies);
  for (const together of groupSends(planned))
    await moveOn(await sendAndRemember(together, dependencies), error, dependencies);
  await rememberSent(rememberedWith(planned.filter(({ sends }) => sends.length === 0)), dependencies);
}

async function moveOn(received: readonly Received[], error: string, dependencies: Dependencies) {
  await putOnAnew(received, dependencies);
  await reportOutage(received, error, dependencies);
}

const wasSentNow = ({ body, message }: Received): boolean =>
  triesIn(body.outage) > triesIn(parseSubmissionMessage(message.body)?.outage);

const triesIn = (outage: Outage | undefined): number =>
  Object.values(outage?.direct ?? {}).reduce((sum, tries) => sum + tries.length, 0);
