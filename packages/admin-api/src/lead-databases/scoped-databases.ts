import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";

/** Where a scope's rows lie, and whose; for the installation's owners every database, since any may hold letters without a client. */
export function scopedDatabases(
  { clients, isInstallation }: OperatorScope,
  { leadDatabaseNames }: Pick<AdminDependencies, "leadDatabaseNames">,
): { database: string; clientIds: string[] }[] {
  const held = Map.groupBy(clients, ({ database }) => database);
  const names = new Set([...held.keys(), ...(isInstallation ? leadDatabaseNames : [])]);
  return [...names].map((database) => ({
    database,
    clientIds: (held.get(database) ?? []).map(({ id }) => id),
  }));
}
