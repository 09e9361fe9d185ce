import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import { Failure } from "../../exit/failure.ts";
import type { Outside } from "../../outside/outside.ts";
import { readTomlFile } from "../../settings/read-toml-file.ts";
import { repositoryRoot } from "./repository-root.ts";

/** The database that is looked at, and changed. */
export interface MigratedDatabase {
  kind: "local" | "remote";
  /** Such as "the local database". */
  name: string;
  /** Its folder, or its name and id at Cloudflare. */
  place: string;
  /** What wrangler takes to find it. */
  target: string[];
}

/**
 * The local stack's database, by the same setting as `npm start` has. Wrangler would make an empty one where there is
 * none, and migrate that. @param given goes before STATE_DIR; like it, relative to the repository
 */
export function localDatabase({ env }: Pick<Outside, "env">, given: string | undefined): MigratedDatabase {
  const place = resolve(repositoryRoot, given ?? (env["STATE_DIR"] || ".wrangler/state"));
  // Where wrangler and the local stack keep D1.
  if (!existsSync(join(place, "v3", "d1")))
    throw new Failure({
      ending: "error",
      title: `There is no local database at ${place}.`,
      whatToDo:
        "start it with `npm start`, or set STATE_DIR (or --state-dir) to the folder it was started with.",
    });
  return { kind: "local", name: "the local database", place, target: ["--local", "--persist-to", place] };
}

const wranglerFile = z.looseObject({
  d1_databases: z.array(
    z.looseObject({ binding: z.string(), database_name: z.string(), database_id: z.string() }),
  ),
});

/** The deployment's database, as wrangler.consumer.toml names it. */
export function remoteDatabase(): MigratedDatabase {
  const file = readTomlFile(join(repositoryRoot, "wrangler.consumer.toml"), wranglerFile);
  const database = file?.d1_databases.find(({ binding }) => binding === "DB");
  const place = database === undefined ? "DB" : `${database.database_name}, ${database.database_id}`;
  return { kind: "remote", name: "the deployment's database", place, target: ["--remote"] };
}
