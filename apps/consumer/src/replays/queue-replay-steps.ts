import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { ReplayStep } from "@leadrelay/contracts/replay-step";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { Dependencies } from "../dependencies.ts";
import { sendInBatches } from "../queues/send-in-batches.ts";

/** send() has been seen to hang for 57 s; the sweep asks for the step again. */
const queueTimeoutMs = 3_000;

/** Asks for steps of replays, so many seconds from now. Never throws: a failure is logged, and the sweep asks again. */
export async function queueReplaySteps(
  { deliveriesQueue }: Pick<Dependencies, "deliveriesQueue">,
  steps: readonly ReplayStep[],
  delaySeconds: number,
): Promise<void> {
  const requests = steps.map((body) => (delaySeconds > 0 ? { body, delaySeconds } : { body }));
  try {
    await withTimeLimit(queueTimeoutMs, sendInBatches(deliveriesQueue, requests));
  } catch (error) {
    const reason = reasonOf(error);
    logEvent("replay.step_failed", { plan_id: steps[0]?.plan_id, steps: steps.length, reason });
  }
}
