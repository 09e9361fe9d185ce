import { needKinds, type NeedFact } from "@leadrelay/core/needs/need";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { lastSweep } from "@leadrelay/db/sweeps/sweep-run";
import { checkDatabases } from "../health/check-databases.ts";
import { checkDatabaseSizes } from "../health/check-database-sizes.ts";
import { checkDirect } from "../health/check-direct.ts";
import { checkJournal } from "../health/check-journal.ts";
import { checkKeptInKv } from "../health/check-kept-in-kv.ts";
import { checkSafely } from "../health/check-safely.ts";
import { checkSweep } from "../health/check-sweep.ts";
import type { HealthContext } from "../health/health-context.ts";

const everyones = { databases: checkDatabases, sweep: checkSweep, sent_directly: checkDirect };
const owners = { journal: checkJournal, database_sizes: checkDatabaseSizes, spills: checkKeptInKv };

/** Of the checks of the installation those that are amiss and cost a few rows, or none: what they say, health says as well. */
export async function readInstallationFacts(asked: Omit<HealthContext, "sweep">): Promise<NeedFact[]> {
  const sweep = await runOne(asked.dependencies.control, lastSweep(pipelineScope));
  const finders = Object.entries(asked.isWhole ? { ...everyones, ...owners } : everyones);
  const context = { ...asked, sweep };
  const checks = await Promise.all(
    finders.map(async ([finder, find]) => {
      const found = await checkSafely(finder, find, context);
      return found.map((check) => ({ finder, ...check }));
    }),
  );
  return checks.flat().flatMap(({ finder, name, state, message, what_to_do, since }): NeedFact[] => {
    const kind = needKinds.find((one) => one === name) ?? needKinds.find((one) => one === finder);
    if (state === "ok" || kind === undefined) return [];
    return [{ kind, client_id: null, count: 0, since, check: { state, message, what_to_do } }];
  });
}
