import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { appliedMigrations } from "@leadrelay/db/database/applied-migrations";
import { migrationNames } from "@leadrelay/db/database/migration-names";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { HealthContext } from "./health-context.ts";

/** Every database has the migrations this code was built with. */
export async function checkMigrations({ dependencies }: HealthContext): Promise<HealthCheck[]> {
  const { leadDatabase, leadDatabaseNames } = dependencies;
  const behind = await Promise.all(
    leadDatabaseNames.map(async (name) => {
      const applied = new Set(await appliedIn(leadDatabase(name)));
      const missing = migrationNames.filter((migration) => !applied.has(migration));
      return missing.length === 0 ? [] : [`${name} lacks ${missing.join(", ")}`];
    }),
  );
  const found = behind.flat();
  if (found.length === 0) return [fine("migrations", `All ${migrationNames.length} migrations are applied.`)];
  return [
    amiss("problem", "migrations", {
      message: `${found.join("; ")}.`,
      todo: "Run `leadrelay migrate`, or `wrangler d1 migrations apply` for each database.",
    }),
  ];
}

/** A database that never was migrated has no such table. */
async function appliedIn(d1: D1Database): Promise<string[]> {
  try {
    return await runOne(d1, appliedMigrations(pipelineScope));
  } catch (error) {
    if (/no such table/.test(String(error))) return [];
    throw error;
  }
}
