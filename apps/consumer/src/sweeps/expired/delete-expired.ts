import { deleteExpiredAnswers, deleteExpiredNonces } from "@leadrelay/db/expired/delete-expired";
import { deleteExpiredPlanning, deleteExpiredPlans } from "@leadrelay/db/replays/delete-expired-plans";
import { forgetAttempts } from "@leadrelay/db/sign-in/count-attempt";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";

/** Of each kind and round; a D1 call of its own. */
const deletedAtOnce = 1000;
/** A plan's row holds the clients it is of: they may be many. */
const plansAtOnce = 100;
/** 166 signed requests a second are kept up with. Each is one call. */
export const roundsAMinute = 10;

/** A nonce is kept a minute longer than its request could be taken by our clock: another isolate's may be behind. */
const clockMarginMs = 60_000;

/** Longer than any window that tries are counted in. */
const attemptsKeptMs = 3_600_000;

/** Removes what only guards against repetition and no longer does, and plans that nobody applied. Signing in removes most counted tries itself. */
export async function deleteExpired(
  { control, now }: Pick<Dependencies, "control" | "now">,
  budget = openBudget(),
): Promise<number> {
  const at = now();
  let removed = 0;
  for (let round = 0; round < roundsAMinute && budget.take(1); round += 1) {
    const [nonces, answers, attempts, plans, planning] = await runBatch(control, [
      deleteExpiredNonces(pipelineScope, at - clockMarginMs, deletedAtOnce),
      deleteExpiredAnswers(pipelineScope, at, deletedAtOnce),
      forgetAttempts(pipelineScope, attemptsKeptMs, at),
      deleteExpiredPlans(pipelineScope, at, plansAtOnce),
      deleteExpiredPlanning(pipelineScope, at, plansAtOnce),
    ]);
    removed += nonces + answers + attempts + plans + planning;
    if (nonces < deletedAtOnce && answers < deletedAtOnce && plans < plansAtOnce && planning < plansAtOnce)
      break;
  }
  return removed;
}
