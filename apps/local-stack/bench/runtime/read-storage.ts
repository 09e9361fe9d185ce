import { openD1 } from "../../harness/open-d1.ts";

/** What the one D1 database of a workerd takes. */
export interface Storage {
  /** Pages that hold something. */
  usedBytes: number;
  /** With those that were freed: SQLite keeps them for what comes next, and D1 counts them. */
  fileBytes: number;
}

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
