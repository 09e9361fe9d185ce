import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { SpillMetadata } from "@leadrelay/contracts/spill-metadata";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import { chunkBySize, jsonBytes } from "@leadrelay/core/batching/chunk-by-size";
import { afterFailedTry, outageDelaySeconds } from "@leadrelay/core/outage/outage-state";
import type { Dependencies } from "../dependencies.ts";
import { sendBatchLimits } from "../queues/send-in-batches.ts";
import { outageOf, withOutage } from "../received/pending.ts";
import type { Received } from "../received/settlement.ts";

const spillTimeLimitMs = 3_000;

/** Puts messages on the queue with all that happened to them and one more failed try, then acks the old ones. */
export async function putOnAnew(received: readonly Received[], dependencies: Dependencies): Promise<void> {
  const next = received.map((each) => withOutage(each, afterFailedTry(outageOf(each))));
  for (const batch of chunkBySize(next, sendBatchLimits, ({ body }) => jsonBytes(body)))
    await moveOn(batch, dependencies);
}

/** Settled batch by batch: a message that the queue took must not come back in its old form, ignorant of its sends. */
async function moveOn(batch: readonly Received[], dependencies: Dependencies): Promise<void> {
  const { journal, leadsQueue } = dependencies;
  try {
    await journal?.put(batch.map(({ body }) => body));
    await leadsQueue.sendBatch(batch.map((each) => ({ body: each.body, delaySeconds: delayOf(each) })));
    for (const { message } of batch) message.ack();
  } catch (error) {
    const reason = reasonOf(error);
    logEvent("message.retried", { reason, messages: batch.length });
    await Promise.all(batch.map((each) => keep(each, dependencies)));
  }
}

/** A retried message forgets: one with something to remember waits with the spilled ones. KV failing too, it is retried all the same. */
async function keep(received: Received, dependencies: Dependencies): Promise<void> {
  if (remembers(received) && (await isSpilled(received, dependencies))) received.message.ack();
  else received.message.retry({ delaySeconds: delayOf(received) });
}

async function isSpilled({ body }: Received, { kv, now }: Dependencies): Promise<boolean> {
  const metadata: SpillMetadata = { spilled_at: now() };
  try {
    const spilled = kv.put(kvKeys.spill(body.submission_id), JSON.stringify(body), { metadata });
    await withTimeLimit(spillTimeLimitMs, spilled);
    return true;
  } catch {
    return false;
  }
}

function remembers(received: Received): boolean {
  const { commit_attempted_at, direct } = outageOf(received);
  return commit_attempted_at !== null || Object.keys(direct).length > 0;
}

const delayOf = (received: Received) => outageDelaySeconds(outageOf(received).tries);
