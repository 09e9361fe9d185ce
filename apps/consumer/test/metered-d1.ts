import { env } from "cloudflare:test";
import { watchedD1 } from "./watched-d1.ts";

/** D1 that adds up what it is billed for, by calls whose SQL `counts`. */
export function meteredD1(counts: (sql: string) => boolean = () => true) {
  const bill = { calls: 0, read: 0, written: 0 };
  const d1 = watchedD1(env.DB, async (sql, run) => {
    const results = await run();
    if (!counts(sql)) return results;
    bill.calls += 1;
    for (const { meta } of results) {
      bill.read += meta.rows_read;
      bill.written += meta.rows_written;
    }
    return results;
  });
  return { bill, databases: { control: d1, leadDatabase: () => d1 } };
}
