import { logEvent } from "@leadrelay/contracts/log-event";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import type { Dependencies } from "../dependencies.ts";
import { requeueJournal } from "./journal/requeue-journal.ts";
import { moveParkedLetters } from "./dead-letters/move-parked-letters.ts";
import { replayStorageLetters } from "./dead-letters/replay-storage-letters.ts";
import { sweepDeliveries } from "./deliveries/sweep-deliveries.ts";
import { deleteExpired } from "./expired/delete-expired.ts";
import { publishDirectConfigs } from "./publish/publish-direct-configs.ts";
import { publishForms } from "./publish/publish-forms.ts";
import { reasonOf } from "./reason-of.ts";
import { sweepReplays } from "./replays/sweep-replays.ts";
import { recoverSpill } from "./spill/recover-spill.ts";

/** One minute's task: idempotent, bounded. Returns how many things it moved. */
type Sweep = (dependencies: Dependencies) => Promise<number>;

/** In this order: first those that need no KV, because one that hangs keeps those behind it waiting; leads before configuration. */
const sweeps: Record<string, Sweep> = {
  deliveries: sweepDeliveries,
  replays: sweepReplays,
  "storage letters": replayStorageLetters,
  journal: requeueJournal,
  expired: deleteExpired,
  spill: recoverSpill,
  "parked dead letters": moveParkedLetters,
  forms: publishForms,
  "direct configs": publishDirectConfigs,
};

/** Runs every sweep; one that fails does not stop the others, the next minute tries again. Writes down that it ran. */
export async function runSweeps(dependencies: Dependencies): Promise<void> {
  const started_at = dependencies.now();
  const failed: Record<string, string> = {};
  for (const [sweep, run] of Object.entries(sweeps)) {
    try {
      const moved = await run(dependencies);
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
    await runBatch(control, [recordSweep(pipelineScope, { ...run, finished_at: now() })]);
  } catch (error) {
    logEvent("sweep.failed", {
      sweep: "record",
      error: reasonOf(error),
    });
  }
}
