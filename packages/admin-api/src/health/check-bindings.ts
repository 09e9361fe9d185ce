import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import type { HealthContext } from "./health-context.ts";

const where = "Add it to wrangler.consumer.toml and deploy.";

/** All that the Worker needs is bound, the databases of the clients too. */
export async function checkBindings({ scope, dependencies }: HealthContext): Promise<HealthCheck[]> {
  const databases = new Set(scope.clients.map(({ database }) => database));
  const known = new Set(dependencies.leadDatabaseNames);
  const missing = [...dependencies.missingBindings, ...[...databases].filter((name) => !known.has(name))];
  if (missing.length === 0)
    return [fine("bindings", "Every binding is there, and every client's database is bound.")];
  const message = `Not bound: ${missing.join(", ")}.`;
  return [amiss("problem", "bindings", { message, todo: where })];
}
