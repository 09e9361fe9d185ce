import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { TimeLimitExceeded } from "@leadrelay/contracts/time-limit";
import { jsonBytes } from "@leadrelay/core/batching/chunk-by-size";
import type { Enqueued } from "@leadrelay/delivery/replay/replay-dependencies";
import type { Dependencies } from "../dependencies.ts";
import { enqueueSubmissions } from "./enqueue-submissions.ts";
import { messageLimitBytes, queueBatches } from "./send-in-batches.ts";

/** No batch is begun after this: a hundred messages of 100 KB are a hundred calls. */
const mostMs = 10_000;

/**
 * Puts submissions on the queue, in order and as far as the time goes and `mayCall` allows. A batch that is refused goes one by one, so that one message the
 * queue will not take keeps back no other. Throws when it takes none, unless all of them are too large for it: while it takes nothing,
 * a refusal says nothing about the message.
 */
export async function enqueueInTime(
  dependencies: Pick<Dependencies, "journal" | "leadsQueue" | "now">,
  messages: readonly SubmissionMessage[],
  mayCall: () => boolean = () => true,
): Promise<Enqueued> {
  const endAt = dependencies.now() + mostMs;
  const taken: SubmissionMessage[] = [];
  const refused: SubmissionMessage[] = [];
  const waiting = queueBatches(messages.map((body) => ({ body }))).map((batch) =>
    batch.map(({ body }) => body),
  );
  let failure: unknown;
  while (dependencies.now() < endAt) {
    if (waiting.length === 0 || !mayCall()) break;
    const batch = waiting.shift() ?? [];
    try {
      await enqueueSubmissions(dependencies, batch);
      taken.push(...batch);
    } catch (error) {
      failure = error;
      // It hangs: there is no point in asking it for each.
      if (error instanceof TimeLimitExceeded) break;
      if (batch.length === 1) refused.push(...batch);
      else waiting.unshift(...batch.map((one) => [one]));
    }
  }
  const areTooLarge = refused.length === messages.length && refused.every(isTooLarge);
  if (failure !== undefined && taken.length === 0 && !areTooLarge) throw failure;
  return { taken, refused };
}

/** What the queue keeps beside a message counts too; how much of it, Cloudflare does not say. */
const besideBytes = 1_000;

const isTooLarge = (message: SubmissionMessage) => jsonBytes(message) > messageLimitBytes - besideBytes;
