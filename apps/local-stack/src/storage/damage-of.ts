import { DatabaseSync } from "node:sqlite";

/** What is wrong with a SQLite file, in SQLite's words; null: it is whole. workerd itself says only "internal error". */
export function damageOf(file: string): string | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const found = Object.values(database.prepare("PRAGMA quick_check(1)").get() ?? {});
      return found[0] === "ok" ? null : String(found[0]);
    } finally {
      database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
