import { logEvent } from "@leadrelay/contracts/log-event";
import { overloadDelaySeconds } from "@leadrelay/core/outage/overload-delay";
import { submissionLetter, type SubmissionFailure } from "../dead-letters/submission-letter.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import type { Dependencies } from "../dependencies.ts";
import { carryOn } from "../outage/carry-on.ts";
import { putOnAnew } from "../outage/put-on-anew.ts";
import { forgetCommitted } from "./forget-committed.ts";
import { outageOf } from "../received/pending.ts";
import type { Received, Settlement } from "../received/settlement.ts";

/** A storage that answers, but wrongly, is asked this often before a person is. */
const mostFailedTries = 20;
const payloadDelaySeconds = 60;
const failedDelaySeconds = 30;
const earlyDelaySeconds = 30;
const longestConflictDelaySeconds = 5;

/** Settles every message exactly once: acked, put back, carried through an outage, or made a dead letter. */
export async function settleMessages(
  given: readonly Settlement[],
  dependencies: Dependencies,
): Promise<void> {
  const settlements = given.map(afterOverload);
  const committed = settlements.filter((each) => each.kind === "committed").map(({ pending }) => pending);
  await forgetCommitted(committed, dependencies);
  for (const { message } of committed) message.ack();
  await carryOn(
    settlements.filter((each) => each.kind === "unavailable"),
    dependencies,
  );
  for (const settlement of settlements) await settleTrouble(settlement, dependencies);
}

/** An overloaded D1 is let be for a while; then, and for a message that lives through an outage already, it is away. */
function afterOverload(settlement: Settlement): Settlement {
  if (settlement.kind !== "overloaded") return settlement;
  const { pending, error } = settlement;
  const isPatient =
    outageOf(pending).tries === 0 && overloadDelaySeconds(pending.message.attempts, 0) !== null;
  return isPatient ? settlement : { kind: "unavailable", pending, commitAttempted: false, error };
}

async function settleTrouble(settlement: Settlement, dependencies: Dependencies): Promise<void> {
  const { kind, pending } = settlement;
  switch (kind) {
    case "committed":
    case "unavailable":
      return;
    case "conflicted":
      await putBack(
        pending,
        kind,
        1 + Math.floor(dependencies.random() * longestConflictDelaySeconds),
        dependencies,
      );
      return;
    case "overloaded":
      await putBack(
        pending,
        kind,
        overloadDelaySeconds(pending.message.attempts, dependencies.random()) ?? failedDelaySeconds,
        dependencies,
      );
      return;
    case "payload_missing":
      await putBack(pending, kind, payloadDelaySeconds, dependencies);
      return;
    case "early":
      await putBack(pending, "repeat_waits", earlyDelaySeconds, dependencies);
      return;
    case "failed":
      if (pending.message.attempts < mostFailedTries)
        await putBack(pending, kind, failedDelaySeconds, dependencies);
      else
        await bury(
          pending,
          { kind: "storage_unavailable", cause: "failed", error: settlement.error },
          dependencies,
        );
      return;
    case "unknown_form":
      logEvent("message.unknown_form", { submission_id: pending.body.submission_id });
      await bury(
        pending,
        {
          kind: "unknown_form",
          cause: settlement.wasDeleted === true ? "form_deleted" : "unknown_form",
          error: null,
        },
        dependencies,
      );
      return;
    case "broken":
      logEvent("message.poison", { submission_id: pending.body.submission_id, cause: settlement.cause });
      await bury(pending, { kind: "poison", cause: settlement.cause, error: settlement.error }, dependencies);
  }
}

/** A message that was sent on, or joined with a copy, since it came is put on anew: retried, it would come back without knowing. */
async function putBack(
  received: Received,
  reason: string,
  delaySeconds: number,
  dependencies: Dependencies,
): Promise<void> {
  const { message, body } = received;
  logEvent("message.retried", { submission_id: body.submission_id, reason, delay_seconds: delaySeconds });
  if (body === message.body) message.retry({ delaySeconds });
  else await putOnAnew([received], dependencies);
}

/** A dead letter holds the whole message; only then is it acked. */
async function bury(
  { message, body }: Received,
  why: Pick<SubmissionFailure, "kind" | "cause" | "error">,
  dependencies: Dependencies,
): Promise<void> {
  try {
    const failure = { ...why, attempts: message.attempts, failedAt: dependencies.now() };
    await recordDeadLetters(dependencies, [submissionLetter(body, failure)], body.form?.database);
    await dependencies.journal?.del([body.submission_id]);
    message.ack();
  } catch {
    message.retry({ delaySeconds: failedDelaySeconds });
  }
}
