import { TimeLimitExceeded } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../../dependencies.ts";
import { enqueueSubmissions } from "../../queues/enqueue-submissions.ts";
import type { Spilled } from "./spilled.ts";

/** Which of them the queue took. */
export interface SendResult {
  taken: Spilled[];
  refused: Spilled[];
}

/**
 * Sends one batch; when that is refused, one by one, so that one the queue will not take keeps back no other.
 * Throws when the queue hangs: then there is no point in asking it for each.
 * @param mayProbe False: a refusal is the queue's, none is tried alone.
 */
export async function sendSpilled(
  dependencies: Dependencies,
  batch: readonly Spilled[],
  mayProbe: boolean,
): Promise<SendResult> {
  if (await isTaken(dependencies, batch)) return { taken: [...batch], refused: [] };
  const taken: Spilled[] = [];
  if (mayProbe && batch.length > 1)
    for (const one of batch) if (await isTaken(dependencies, [one])) taken.push(one);
  return { taken, refused: batch.filter((one) => !taken.includes(one)) };
}

async function isTaken(dependencies: Dependencies, batch: readonly Spilled[]): Promise<boolean> {
  try {
    const messages = batch.map(({ message }) => message);
    await enqueueSubmissions(dependencies, messages);
    return true;
  } catch (error) {
    if (error instanceof TimeLimitExceeded) throw error;
    return false;
  }
}
