import { logEvent } from "@leadrelay/contracts/log-event";
import { recordDeadLetters } from "../../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../../dead-letters/submission-letter.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { SpillMetadata, Spilled } from "./spilled.ts";

/** After this many refusals a person is asked. */
const mostFailures = 5;

/** Counts a refusal that is the record's own fault; at the fifth the record becomes a dead letter. */
export async function settleRefused(dependencies: Dependencies, spilled: Spilled): Promise<void> {
  const { key, text, message } = spilled;
  const failures = (spilled.metadata?.failures ?? 0) + 1;
  logEvent("spill.refused", { submission_id: message.submission_id, failures });
  if (failures < mostFailures) {
    const metadata: SpillMetadata = { failures };
    await dependencies.kv.put(key, text, { metadata });
    return;
  }
  const failure = {
    kind: "spill",
    cause: "queue_refuses",
    attempts: failures,
    failedAt: dependencies.now(),
  } as const;
  await recordDeadLetters(dependencies, [submissionLetter(message, failure)], message.form?.database);
  await dependencies.kv.delete(key);
}
