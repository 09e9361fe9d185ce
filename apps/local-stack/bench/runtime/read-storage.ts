import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What the one D1 database of a workerd takes. */
export interface Storage {
  /** Pages that hold something. */
  usedBytes: number;
  /** With those that were freed: SQLite keeps them for what comes next, and D1 counts them. */
  fileBytes: number;
}

/** workerd holds its file now and then. */
const patienceMs = 30_000;

/** Reads pages: D1 answers no question about them. */
export function readStorage(stateDir: string): Storage {
  const database = openD1(stateDir);
  try {
    const { used } = database.prepare("SELECT sum(pgsize) AS used FROM dbstat").get() as { used: number };
    const { bytes } = database
      .prepare("SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size")
      .get() as { bytes: number };
    return { usedBytes: used, fileBytes: bytes };
  } finally {
    database.close();
  }
}

/** The file behind the one D1 database of a workerd, to be read beside it. @param stateDir Where Miniflare keeps its state. */
export function openD1(stateDir: string): DatabaseSync {
  const folder = join(stateDir, "v3", "d1", "miniflare-D1DatabaseObject");
  const files = readdirSync(folder).filter((name) => /^[\da-f]+\.sqlite$/.test(name));
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new Error(`${folder} holds ${files.length} databases, not one`);
  return new DatabaseSync(join(folder, file), { readOnly: true, timeout: patienceMs });
}
