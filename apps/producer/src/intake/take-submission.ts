import type { CallbackMessage } from "@leadrelay/contracts/callback-message";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import type { QueuedMessage } from "@leadrelay/contracts/queued-message";
import type { SpillMetadata } from "@leadrelay/contracts/spill-metadata";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../dependencies.ts";
import { parkPayload, surelyFits } from "./park-payload.ts";
import { shortReasonOf } from "./short-reason-of.ts";

/** `send()` has been seen to hang 57 s. One that succeeds after all is harmless: the submission id is the same. */
const sendTimeLimitMs = 3_000;
const spillTimeLimitMs = 3_000;
const journalTimeLimitMs = 1_000;

type Reached = Pick<Dependencies, "kv" | "leadsQueue" | "journal" | "now">;

/**
 * Puts a submission where it is durable.
 * The queue takes V8's own format with the least work (docs/performance.md), but it may be twice as long as JSON.
 */
export const takeSubmission = (
  message: SubmissionMessage,
  dataBytes: number,
  reached: Reached,
): Promise<"taken" | "not_taken"> =>
  takeMessage(
    message.submission_id,
    {
      ids: { submission_id: message.submission_id, form_key: message.form_key },
      make: () => parkPayload(message, dataBytes, reached.kv),
      contentType: surelyFits(dataBytes) ? "v8" : "json",
    },
    reached,
  );

/** Puts a callback where it is durable. */
export const takeCallback = (message: CallbackMessage, reached: Reached): Promise<"taken" | "not_taken"> => {
  const { callback_id } = message;
  const taking = { ids: { callback_id }, make: async () => message, contentType: "json" } as const;
  return takeMessage(callback_id, taking, reached);
};

/** A message on its way: what it is called in the log, and what is sent of it. */
interface Taking {
  ids: Record<string, string>;
  make: () => Promise<QueuedMessage>;
  contentType: "v8" | "json";
}

/** The queue (in the local stack, behind its journal), else the KV spill. `not_taken`: neither has it. */
async function takeMessage(
  id: string,
  { ids, make, contentType }: Taking,
  { kv, leadsQueue, journal, now }: Reached,
): Promise<"taken" | "not_taken"> {
  let queueReason: string | undefined;
  try {
    const sendable = await make();
    // Where there is a journal the queue is kept in memory: what the journal has not taken would be acknowledged on that alone.
    const isDurable = journal === null || (await keepInJournal(id, sendable, journal));
    try {
      if (!isDurable) throw new Error("the journal did not take it");
      await withTimeLimit(sendTimeLimitMs, leadsQueue.send(sendable, { contentType }));
    } catch (error) {
      queueReason = shortReasonOf(error);
      const metadata: SpillMetadata = { spilled_at: now() };
      const spilled = kv.put(kvKeys.spill(id), JSON.stringify(sendable), { metadata });
      await withTimeLimit(spillTimeLimitMs, spilled);
      logEvent("intake.spilled", { ...ids, reason: queueReason });
    }
    return "taken";
  } catch (error) {
    // Without a queue reason the queue was not asked: KV took no payload that is too big for it.
    logEvent("intake.not_taken", { ...ids, queue_reason: queueReason, kv_reason: shortReasonOf(error) });
    // Whoever was told that it was not taken sends it again, or does not want it any more.
    if (journal !== null) await forgetInJournal(id, journal);
    return "not_taken";
  }
}

type Journal = NonNullable<Dependencies["journal"]>;

/** Whether the journal has it for certain. */
async function keepInJournal(id: string, message: QueuedMessage, journal: Journal): Promise<boolean> {
  try {
    await withTimeLimit(journalTimeLimitMs, journal.put([message]));
    return true;
  } catch (error) {
    logEvent("intake.journal_failed", { submission_id: id, reason: shortReasonOf(error) });
    return false;
  }
}

async function forgetInJournal(id: string, journal: Journal): Promise<void> {
  try {
    await withTimeLimit(journalTimeLimitMs, journal.del([id]));
  } catch (error) {
    logEvent("intake.journal_failed", { submission_id: id, reason: shortReasonOf(error) });
  }
}
