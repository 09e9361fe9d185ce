import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keptText } from "./kept-texts.ts";
import { repositoryRoot } from "../settings/repository-root.ts";

/** Wrangler's own table, so that `wrangler d1 migrations apply --local` sees the same state. */
const createTable = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Applies what is missing, each file in one transaction; returns the names applied. @param before Only files that stand before this one. */
export async function applyMigrations(database: D1Database, before?: string): Promise<string[]> {
  await database.prepare(createTable).run();
  const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const folder = join(repositoryRoot, "migrations");
  const missing = readdirSync(folder)
    .filter((file) => file.endsWith(".sql") && !applied.has(file))
    .filter((file) => before === undefined || file < before)
    .toSorted();
  for (const file of missing) {
    const statements = await statementsOf(join(folder, file));
    await database.batch([
      ...statements.map((sql) => database.prepare(sql)),
      database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(file),
    ]);
  }
  return missing;
}

async function statementsOf(file: string): Promise<string[]> {
  const text = await keptText(`statements of ${file}`, async () => {
    const { unstable_splitSqlQuery: splitSql } = await import("wrangler");
    return { text: JSON.stringify(splitSql(readFileSync(file, "utf8"))), sources: [file] };
  });
  return JSON.parse(text) as string[];
}
