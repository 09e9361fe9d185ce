import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Where Miniflare keeps D1 in the state folder: one file for the stack's one database, by its binding. */
export function databaseFiles(stateDir: string): Record<string, string> {
  const folder = join(stateDir, "v3/d1/miniflare-D1DatabaseObject");
  try {
    const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
    return file === undefined ? {} : { DB: join(folder, file) };
  } catch {
    return {};
  }
}
