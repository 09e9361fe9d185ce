import { kvKeys } from "@leadrelay/contracts/kv-keys";
import {
  deleteExpiredQuarantined,
  deleteQuarantinedRows,
  expiredWithPayloadInKv,
} from "@leadrelay/db/quarantine/delete-expired-quarantined";
import { forgetSignals } from "@leadrelay/db/signals/settle-signals";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";
import { eachDatabase } from "../each-database.ts";

/** Of each database and minute: sixteen a second are kept up with. */
const deletedAtOnce = 1000;
/** Of those whose payload KV holds, a call each: KV was away for a moment when they came. */
const forgottenAtOnce = 20;

type Sweep = Pick<Dependencies, "leadDatabase" | "leadDatabaseNames" | "now" | "kv">;

/** Nobody asked for a signal that long after it was due: nobody is told of destinations there. */
const signalsKeptMs = 24 * 3_600_000;

/** Removes what was quarantined for its 30 days, with what KV holds of it, and signals that nobody wants. Left over, the next minute goes on. */
export const deleteQuarantined = (dependencies: Sweep, budget = openBudget()): Promise<number> =>
  eachDatabase(dependencies, async (database) => {
    if (!budget.take(1)) return 0;
    const now = dependencies.now();
    const d1 = dependencies.leadDatabase(database);
    const [deleted, inKv] = await runBatch(d1, [
      deleteExpiredQuarantined(pipelineScope, now, deletedAtOnce),
      expiredWithPayloadInKv(pipelineScope, now, deletedAtOnce, forgottenAtOnce),
      forgetSignals(pipelineScope, now - signalsKeptMs, deletedAtOnce),
    ]);
    if (inKv.length === 0 || !budget.take(inKv.length + 1)) return deleted;
    await Promise.all(inKv.map(({ public_id }) => dependencies.kv.delete(kvKeys.payload(public_id))));
    return deleted + (await runOne(d1, deleteQuarantinedRows(pipelineScope, inKv)));
  });
