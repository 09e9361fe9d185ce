import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import type { Dependencies } from "../dependencies.ts";
import { leaving, mostCalls, openBudget, type Budget } from "./budget.ts";
import { requeueJournal } from "./journal/requeue-journal.ts";
import { moveParkedLetters } from "./dead-letters/move-parked-letters.ts";
import { replayStorageLetters } from "./dead-letters/replay-storage-letters.ts";
import { sweepDeliveries } from "./deliveries/sweep-deliveries.ts";
import { deleteExpired } from "./expired/delete-expired.ts";
import { publishDirectConfigs } from "./publish/publish-direct-configs.ts";
import { publishForms } from "./publish/publish-forms.ts";
import { sweepReplays } from "./replays/sweep-replays.ts";
import { recoverSpill } from "./spill/recover-spill.ts";

/** One minute's task: idempotent, and within its budget. Returns how many things it moved. */
interface Sweep {
  run: (dependencies: Dependencies, budget: Budget) => Promise<number>;
  /** Calls that nobody before it may take. What those before it and behind it do not need it may take besides. */
  reserved: number;
}

/**
 * In this order: first those that need no KV, because one that hangs keeps those behind it waiting; leads before configuration.
 * The journal is the local stack's, where nobody counts.
 */
export const sweeps: Readonly<Record<string, Sweep>> = {
  deliveries: { run: sweepDeliveries, reserved: 150 },
  replays: { run: sweepReplays, reserved: 110 },
  "storage letters": { run: replayStorageLetters, reserved: 60 },
  journal: { run: requeueJournal, reserved: 0 },
  expired: { run: deleteExpired, reserved: 10 },
  spill: { run: recoverSpill, reserved: 280 },
  "parked dead letters": { run: moveParkedLetters, reserved: 120 },
  forms: { run: publishForms, reserved: 120 },
  "direct configs": { run: publishDirectConfigs, reserved: 120 },
};

/** For writing down how it went, and to be on the safe side. */
export const reservedForRecord = 30;

/**
 * Runs every sweep within the calls of one invocation; one that fails does not stop the others, the next minute tries again, as it
 * goes on with what was too much for this one. Writes down that it ran.
 */
export async function runSweeps(dependencies: Dependencies): Promise<void> {
  const started_at = dependencies.now();
  const failed: Record<string, string> = {};
  const budget = openBudget(mostCalls - reservedForRecord);
  let behind = Object.values(sweeps).reduce((sum, { reserved }) => sum + reserved, 0);
  for (const [sweep, { run, reserved }] of Object.entries(sweeps)) {
    behind -= reserved;
    try {
      const moved = await run(dependencies, leaving(budget, behind));
      if (moved > 0) logEvent("sweep.finished", { sweep, moved });
    } catch (error) {
      failed[sweep] = reasonOf(error).slice(0, 300);
      logEvent("sweep.failed", { sweep, error: failed[sweep] });
    }
  }
  await writeDown({ started_at, failed }, dependencies);
}

async function writeDown(
  run: { started_at: number; failed: Record<string, string> },
  { control, now }: Dependencies,
): Promise<void> {
  try {
    await runOne(control, recordSweep(pipelineScope, { ...run, finished_at: now() }));
  } catch (error) {
    logEvent("sweep.failed", { sweep: "record", error: reasonOf(error) });
  }
}
