import { env } from "cloudflare:test";
import { watchedD1 } from "./watched-d1.ts";

/** D1 that remembers the SQL it was asked. */
export function rememberingD1(d1: D1Database = env.DB): { d1: D1Database; asked: Set<string> } {
  const asked = new Set<string>();
  return {
    asked,
    d1: watchedD1(d1, (sql, run) => {
      for (const statement of sql.split(";\n")) asked.add(statement);
      return run();
    }),
  };
}

/** Tables that SQLite would read from end to end for this statement, or by an automatic index it builds each time. */
export async function scannedTables(sql: string): Promise<string[]> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...Array.from(sql.matchAll(/\?/g), () => null))
    .all<{ detail: string }>();
  const scans = results.map(({ detail }) => detail).filter((detail) => /^SCAN |AUTOMATIC/.test(detail));
  return scans.filter(
    (detail) =>
      !/^SCAN (j|value|place|json_each|held|found|wanted|\(subquery-\d+\)|CONSTANT|\d+ CONSTANT|\d+-ROW VALUES CLAUSE|.* VIRTUAL TABLE)/.test(
        detail,
      ),
  );
}
