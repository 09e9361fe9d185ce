import type { QueuedMessage } from "@leadrelay/contracts/queued-message";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../dependencies.ts";
import { sendInBatches } from "./send-in-batches.ts";

/** A send has been seen to hang for 57 s; a message sent twice does no harm. */
const sendTimeLimitMs = 10_000;

/**
 * Puts submissions on the queue; in the local stack, whose queue forgets, first in the journal: whatever else held them may then let go.
 * Throws when the queue refuses or hangs; some of them may be sent by then.
 */
export async function enqueueSubmissions(
  { journal, leadsQueue }: Pick<Dependencies, "journal" | "leadsQueue">,
  messages: readonly QueuedMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await journal?.put([...messages]);
  const requests = messages.map((body) => ({ body }));
  await withTimeLimit(sendTimeLimitMs, sendInBatches(leadsQueue, requests));
}
