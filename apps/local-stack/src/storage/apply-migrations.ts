import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_splitSqlQuery as splitSql } from "wrangler";
import { repositoryRoot } from "../settings/repository-root.ts";

/** Wrangler's own table, so that `wrangler d1 migrations apply --local` sees the same state. */
const createTable = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** Applies what is missing, each file in one transaction; returns the names applied. */
export async function applyMigrations(database: D1Database): Promise<string[]> {
  await database.prepare(createTable).run();
  const { results } = await database.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const folder = join(repositoryRoot, "migrations");
  const missing = readdirSync(folder)
    .filter((file) => file.endsWith(".sql") && !applied.has(file))
    .toSorted();
  for (const file of missing) {
    const statements = splitSql(readFileSync(join(folder, file), "utf8"));
    await database.batch([
      ...statements.map((sql) => database.prepare(sql)),
      database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(file),
    ]);
  }
  return missing;
}
