import { databaseOutageSchema } from "@leadrelay/contracts/database-outage";
import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { spokenTime } from "@leadrelay/core/explain/what-moves-on";
import { outageIn, type StorageOutage } from "@leadrelay/db/storage-error";
import { storageWords } from "@leadrelay/db/storage-words";
import { scopedDatabases } from "../lead-databases/scoped-databases.ts";
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
  const files = isWhole ? ((await dependencies.localStack?.())?.database_files ?? {}) : {};
  return away.map(({ database, error, since, last_at }) => {
    const outage = outageIn(error) ?? "unavailable";
    const { happened } = storageWords[outage];
    const todo = [storageWords[outage].todo, ...setBack(outage, files[database])].join(" ");
    const whose = isWhole ? `Database ${database}: ` : "";
    const said = isWhole ? ` It said: ${error}.` : "";
    const message = `${whose}${happened} Leads wait to be stored since ${spokenTime(since)}, the last since ${spokenTime(last_at)}, and are sent without it.${said}`;
    return amiss("problem", name, { message, todo, since });
  });
}

/** The local stack knows where a damaged file is, and what is beside it. */
const setBack = (outage: StorageOutage, file: string | undefined): string[] =>
  outage !== "damaged" || file === undefined
    ? []
    : [
        `Its file is ${file}: stop the local stack with Ctrl-C, put the last copy in its place, start it again; what was acknowledged and not stored by then is queued again from the journal.`,
      ];
