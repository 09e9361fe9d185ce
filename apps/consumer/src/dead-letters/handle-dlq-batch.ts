import type { NewDeadLetter } from "@leadrelay/contracts/dead-letter";
import { isIntakeCounts } from "@leadrelay/contracts/intake-counts";
import { logEvent } from "@leadrelay/contracts/log-event";
import { parseSubmissionMessage } from "@leadrelay/contracts/parse-submission-message";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import type { Dependencies } from "../dependencies.ts";
import { invalidMessageLetter, messageText } from "./invalid-message-letter.ts";
import { recordDeadLetters } from "./record-dead-letters.ts";
import { submissionLetter } from "./submission-letter.ts";

/** D1 and KV are away both. Nothing comes after this queue: its hundred tries must outlast them, and do for a day. */
const retryDelaySeconds = 900;

/** What the queue gave up on becomes a dead letter, unless it only counted; a message leaves the queue only when D1 or KV has its letter. */
export async function handleDlqBatch(batch: MessageBatch, dependencies: Dependencies): Promise<void> {
  const { counts = [], lost = [] } = Object.groupBy(batch.messages, ({ body }) =>
    isIntakeCounts(body) ? "counts" : "lost",
  );
  for (const message of counts) message.ack();
  for (const [database, messages] of Map.groupBy(lost, databaseOf)) {
    const letters = messages.map((message) => letterOf(message, dependencies.now()));
    try {
      await recordDeadLetters(dependencies, letters, database);
      for (const message of messages) message.ack();
    } catch (error) {
      const reason = reasonOf(error);
      logEvent("message.retried", { queue: batch.queue, messages: messages.length, reason });
      for (const message of messages) message.retry({ delaySeconds: retryDelaySeconds });
    }
  }
}

const databaseOf = ({ body }: Message) => parseSubmissionMessage(body)?.form?.database ?? "DB";

function letterOf(message: Message, nowMs: number): NewDeadLetter {
  const submission = parseSubmissionMessage(message.body);
  if (submission === undefined)
    return invalidMessageLetter(messageText(message.body), {
      cause: "retries_exhausted",
      attempts: message.attempts,
      failedAt: nowMs,
    });
  return submissionLetter(submission, {
    kind: wasOutage(submission) ? "storage_unavailable" : "poison",
    cause: "retries_exhausted",
    attempts: submission.outage?.tries ?? message.attempts,
    failedAt: nowMs,
  });
}

const wasOutage = (submission: SubmissionMessage) => (submission.outage?.tries ?? 0) > 0;
