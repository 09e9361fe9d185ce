import { databaseOutageSchema } from "@leadrelay/contracts/database-outage";
import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { outageIn } from "@leadrelay/db/storage-error";
import { scopedDatabases } from "../lead-databases/scoped-databases.ts";
import { outageWords } from "../storage/outage-words.ts";
import type { HealthContext } from "./health-context.ts";

const name = "databases";

/** Whether each database takes leads, by what the consumer last told of it in KV: of one that is full nothing else shows in its rows. */
export async function checkDatabases({
  scope,
  isWhole,
  dependencies,
}: HealthContext): Promise<HealthCheck[]> {
  const asked = scopedDatabases(scope, dependencies).map(async ({ database }) => {
    const note = databaseOutageSchema.safeParse(
      await dependencies.kv.get(kvKeys.databaseOutage(database), "json"),
    );
    return note.success ? [{ database, ...note.data }] : [];
  });
  const away = (await Promise.all(asked)).flat();
  if (away.length === 0) return [fine(name, "Every database takes leads.")];
  const facts = await dependencies.localStack?.();
  return away.map(({ database, error, since, last_at }) => {
    const outage = outageIn(error) ?? "unavailable";
    const file = isWhole ? facts?.database_files[database] : undefined;
    const files = file === undefined ? [] : [file];
    const { happened, todo } = outageWords(outage, { error, facts, files });
    const whose = isWhole ? `Database ${database}: ` : "";
    const said = isWhole ? ` It said: ${error}.` : "";
    const message = `${whose}${happened} Leads wait to be stored since ${spokenTime(since)}, the last since ${spokenTime(last_at)}, and are sent without it.${said}`;
    return amiss("problem", name, { message, todo, since });
  });
}
