import { publishCallbackKeys } from "./callback-keys/publish-callback-keys.ts";
import { logEvent } from "@leadrelay/contracts/log-event";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import type { ContinuedTask } from "@leadrelay/contracts/sweep-continuation";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { recordSweep } from "@leadrelay/db/sweeps/sweep-run";
import type { Dependencies } from "../dependencies.ts";
import { leaving, mostCalls, openBudget, type Budget } from "./budget.ts";
import { tellUnconfirmed } from "./confirmations/tell-unconfirmed.ts";
import { forgetUnmatchedCallbacks } from "./callbacks/forget-unmatched.ts";
import { sweepAlerts } from "./alerts/sweep-alerts.ts";
import { requeueJournal } from "./journal/requeue-journal.ts";
import { sweepDeliveries } from "./deliveries/sweep-deliveries.ts";
import { forgetDeletedDestinations } from "./deleted-destinations/forget-deleted.ts";
import { deleteExpired, roundsAMinute } from "./expired/delete-expired.ts";
import { removeOldExchanges } from "./exchanges/remove-old-exchanges.ts";
import { deleteQuarantined } from "./quarantine/delete-quarantined.ts";
import { publishDirectConfigs } from "./publish/publish-direct-configs.ts";
import { publishForms } from "./publish/publish-forms.ts";
import { publishSources } from "./publish/publish-sources.ts";
import { callsOfAPage } from "./publish/publish-stale.ts";
import { shareCalls, type Demand } from "./share-calls.ts";
import { sweepOverflow } from "./routes/sweep-overflow.ts";
import { forgetOldSessions } from "./sessions/forget-old-sessions.ts";
import { sweepReplays } from "./replays/sweep-replays.ts";
import { noteSizes } from "./sizes/note-sizes.ts";
import { forgetTallies } from "./tallies/forget-tallies.ts";
import { rewriteTexts } from "./text-rewrites/rewrite-texts.ts";
import { reservedForRefused } from "./spill/recover-spill.ts";
import { sweepOn } from "./sweep-on.ts";

/** One minute's task: idempotent, and within its budget. Returns how many things it moved. */
interface Sweep extends Demand {
  run: (dependencies: Dependencies, budget: Budget) => Promise<number>;
}

/** One that goes on in invocations of its own where it leaves more. */
const begin =
  (task: ContinuedTask): Sweep["run"] =>
  (dependencies, budget) =>
    sweepOn(task, null, dependencies, budget);

/**
 * In this order: first those that need no KV, because one that hangs keeps those behind it waiting; leads before configuration.
 * The journal is the local stack's, where nobody counts.
 */
const sweeps = {
  // Before the alerts that it raises. Seven databases, and three with something overdue.
  confirmations: { run: tellUnconfirmed, least: 27, weight: 0 },
  // Before the deliveries that it makes. Three databases, and what was told.
  alerts: { run: sweepAlerts, least: 15, weight: 1 },
  // Before the deliveries that it makes. The routes, and five calls to each of seven databases, some of them twice.
  overflow: { run: sweepOverflow, least: 1 + 7 * 5, weight: 1 },
  // Seven databases: three reads of each, what is opened there, and a wake-up.
  deliveries: { run: sweepDeliveries, least: 44, weight: 12 },
  // Ten replays in one database each.
  replays: { run: sweepReplays, least: 21, weight: 9 },
  // Three full pages, each read, sent and marked, and some that fit no single call to the queue.
  "storage letters": { run: begin("storage letters"), least: 20, weight: 4 },
  journal: { run: requeueJournal, least: 0, weight: 0 },
  expired: { run: deleteExpired, least: roundsAMinute, weight: 0 },
  // Seven databases.
  quarantine: { run: deleteQuarantined, least: 7, weight: 0 },
  // Seven databases.
  tallies: { run: forgetTallies, least: 7, weight: 0 },
  // Seven databases.
  sessions: { run: forgetOldSessions, least: 7, weight: 0 },
  // Seven databases.
  "unmatched callbacks": { run: forgetUnmatchedCallbacks, least: 7, weight: 0 },
  // Those that were deleted, seven databases, and what is theirs beside the leads.
  "deleted destinations": { run: forgetDeletedDestinations, least: 9, weight: 0 },
  // Seven databases.
  exchanges: { run: removeOldExchanges, least: 7, weight: 0 },
  // Beside what is kept for refusals: a page read, sent at once, and seventeen of it deleted.
  spill: { run: begin("spill"), least: reservedForRefused + 20, weight: 18 },
  // The same of letters: a page read, stored at once, and seventeen of it deleted.
  "parked dead letters": { run: begin("parked dead letters"), least: 20, weight: 10 },
  forms: { run: publishForms, least: callsOfAPage, weight: 8 },
  sources: { run: publishSources, least: 2 + 3 * 3, weight: 2 },
  "direct configs": { run: publishDirectConfigs, least: callsOfAPage, weight: 8 },
  "callback keys": { run: publishCallbackKeys, least: 2, weight: 0 },
  // Seven databases asked, and six chunks; what the others leave besides. It can wait for a quiet minute.
  "text rewrites": { run: rewriteTexts, least: 20, weight: 0 },
  // Seven databases asked, and one that has it written down.
  sizes: { run: noteSizes, least: 8, weight: 0 },
} satisfies Readonly<Record<string, Sweep>>;

/** For writing down how it went, asking for what goes on, and to be on the safe side. */
export const reservedForRecord = 30;

/** Calls that nobody before it may take. What those before it and behind it do not need it may take besides. */
export const shares = shareCalls(sweeps, mostCalls - reservedForRecord);

/**
 * Runs every sweep within the calls of one invocation; one that fails does not stop the others, the next minute tries again, as it
 * goes on with what was too much for this one. Writes down that it ran.
 */
export async function runSweeps(dependencies: Dependencies): Promise<void> {
  const started_at = dependencies.now();
  const failed: Record<string, string> = {};
  const budget = openBudget(mostCalls - reservedForRecord);
  let behind = Object.values(shares).reduce((sum, share) => sum + share, 0);
  for (const [sweep, { run }] of Object.entries<Sweep>(sweeps)) {
    behind -= shares[sweep as keyof typeof sweeps];
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
