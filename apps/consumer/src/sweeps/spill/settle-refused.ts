import { idOfMessage, parseQueuedText } from "@leadrelay/contracts/queued-message";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { SpillMetadata } from "@leadrelay/contracts/spill-metadata";
import { invalidMessageLetter } from "../../dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../../dead-letters/submission-letter.ts";
import type { Dependencies } from "../../dependencies.ts";
import type { Refused } from "./spilled.ts";

/** What settling one asks at most of KV and D1. */
export const callsToSettle = 4;

/** After this many refusals a person is asked. */
const mostFailures = 5;

/** Counts a refusal that is the record's own fault; at the fifth the record becomes a dead letter. */
export async function settleRefused(dependencies: Dependencies, { key }: Refused): Promise<void> {
  const { kv } = dependencies;
  const { value: text, metadata } = await kv.getWithMetadata<SpillMetadata>(key);
  const message = parseQueuedText(text ?? "");
  if (text === null || message === undefined) return; // Another sweep was faster.
  const failures = (metadata?.failures ?? 0) + 1;
  logEvent("spill.refused", { submission_id: idOfMessage(message), failures });
  if (failures < mostFailures) {
    const counted: SpillMetadata = { ...metadata, failures };
    await kv.put(key, text, { metadata: counted });
    return;
  }
  const failure = { cause: "queue_refuses" as const, attempts: failures, failedAt: dependencies.now() };
  const [letter, database] =
    message.type === "callback"
      ? [invalidMessageLetter(text, failure), "DB"]
      : [submissionLetter(message, { kind: "spill", ...failure }), message.form?.database];
  await recordDeadLetters(dependencies, [letter], database);
  await kv.delete(key);
}
