import { z } from "@hono/zod-openapi";
import { checkStates, worstOf } from "@leadrelay/contracts/health-check";
import { lastSweep } from "@leadrelay/db/sweeps/sweep-run";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { checkBindings } from "./check-bindings.ts";
import { checkClock } from "./check-clock.ts";
import { checkDatabases } from "./check-databases.ts";
import { checkDatabaseSizes } from "./check-database-sizes.ts";
import { checkDeliveries } from "./check-deliveries.ts";
import { checkDirect } from "./check-direct.ts";
import { checkDrift } from "./check-drift.ts";
import { checkJournal } from "./check-journal.ts";
import { checkKeptInKv } from "./check-kept-in-kv.ts";
import { checkMigrations } from "./check-migrations.ts";
import { checkPublications } from "./check-publications.ts";
import { checkRefusals } from "./check-refusals.ts";
import { checkReplays } from "./check-replays.ts";
import { checkSources } from "./check-sources.ts";
import { checkStorageLetters } from "./check-storage-letters.ts";
import { checkSweep } from "./check-sweep.ts";
import { checkUnconfirmed } from "./check-unconfirmed.ts";
import { checkUnsent } from "./check-unsent.ts";
import { checkSafely } from "./check-safely.ts";

const everyones = {
  databases: checkDatabases,
  clock: checkClock,
  sweep: checkSweep,
  publications: checkPublications,
  deliveries: checkDeliveries,
  sent_directly: checkDirect,
  replays: checkReplays,
  refused_posts: checkRefusals,
  quiet_sources: checkSources,
  told_to_nobody: checkUnsent,
  unconfirmed_deliveries: checkUnconfirmed,
};
const owners = {
  bindings: checkBindings,
  migrations: checkMigrations,
  journal: checkJournal,
  database_sizes: checkDatabaseSizes,
  snapshot_drift: checkDrift,
  storage_letters: checkStorageLetters,
  kept_in_kv: checkKeptInKv,
};

const stateSchema = z.enum(checkStates);

export const getHealth = readEndpoint({
  path: "/api/health",
  operationId: "getHealth",
  tag: "Installation",
  summary: "Say what runs, what does not, and what to do about it",
  description:
    "The installation's owners see all of it; others what concerns their clients. Every check looks at a bounded number of rows. `/healthz` says without signing in only that the Worker answers.",
  access: { permission: "leads:read" },
  answer: z
    .object({
      state: stateSchema.openapi({ description: "The worst of the checks." }),
      covers: z.enum(["installation", "clients"]),
      server_time: z.int().openapi({ description: "Milliseconds UTC, when it was asked." }),
      checks: z.array(
        z
          .object({
            name: z.string().openapi({ example: "due_deliveries" }),
            state: stateSchema,
            message: z.string(),
            what_to_do: z.string().nullable(),
            since: z.int().nullable(),
          })
          .openapi("HealthCheck"),
      ),
    })
    .openapi("Health"),
  async handle({ access: { scope }, dependencies }) {
    const nowMs = dependencies.now();
    const isWhole = scope.isInstallation;
    const sweep = await findSweep(dependencies);
    const context = { scope, isWhole, dependencies, nowMs, sweep };
    const finders = Object.entries(isWhole ? { ...owners, ...everyones } : everyones);
    const found = await Promise.all(finders.map(([name, find]) => checkSafely(name, find, context)));
    const checks = found.flat();
    return {
      body: {
        state: worstOf(checks),
        covers: isWhole ? ("installation" as const) : ("clients" as const),
        server_time: nowMs,
        checks,
      },
    };
  },
});

/** A database that lacks the table is told of by the check of the migrations. */
async function findSweep({ control }: AdminDependencies) {
  try {
    return await runOne(control, lastSweep(pipelineScope));
  } catch (error) {
    if (/no such table/.test(String(error))) return undefined;
    throw error;
  }
}
