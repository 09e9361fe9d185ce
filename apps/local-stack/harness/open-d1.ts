import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** workerd holds its file now and then. */
const patienceMs = 30_000;

/** The file behind the one D1 database of a workerd, to be read beside it. @param stateDir Where Miniflare keeps its state. */
export function openD1(stateDir: string): DatabaseSync {
  const folder = join(stateDir, "v3", "d1", "miniflare-D1DatabaseObject");
  const files = readdirSync(folder).filter((name) => /^[\da-f]+\.sqlite$/.test(name));
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new Error(`${folder} holds ${files.length} databases, not one`);
  return new DatabaseSync(join(folder, file), { readOnly: true, timeout: patienceMs });
}
