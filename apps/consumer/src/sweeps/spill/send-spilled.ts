import { TimeLimitExceeded } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../../dependencies.ts";
import { enqueueSubmissions } from "../../queues/enqueue-submissions.ts";
import type { Budget } from "../budget.ts";
import type { Spilled } from "./spilled.ts";

/** Which of them the queue took; those that nobody could afford to try are in neither. */
export interface SendResult {
  taken: Spilled[];
  refused: Spilled[];
}

/**
 * Sends one batch; when that is refused, one by one, so that one the queue will not take keeps back no other. Takes a call for each
 * send, and leaves one to delete each that was taken. Throws when the queue hangs: then there is no point in asking it for each.
 * @param mayProbe False: a refusal is the queue's, none is tried alone.
 */
export async function sendSpilled(
  dependencies: Dependencies,
  batch: readonly Spilled[],
  { mayProbe, budget }: { mayProbe: boolean; budget: Budget },
): Promise<SendResult> {
  if (batch.length === 0) return { taken: [], refused: [] };
  budget.take(1);
  if (await isTaken(dependencies, batch)) return { taken: [...batch], refused: [] };
  if (!mayProbe || batch.length === 1) return { taken: [], refused: [...batch] };
  const taken: Spilled[] = [];
  const refused: Spilled[] = [];
  for (const one of batch) {
    if (budget.left < taken.length + 2) break;
    budget.take(1);
    ((await isTaken(dependencies, [one])) ? taken : refused).push(one);
  }
  return { taken, refused };
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
