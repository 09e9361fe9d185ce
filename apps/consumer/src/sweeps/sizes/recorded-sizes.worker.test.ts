import { recordedSizes, recordSizes } from "@leadrelay/db/database/recorded-sizes";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { rows } from "../../../test/tenant.ts";

const dayMs = 86_400_000;
const begun = 20_000 * dayMs;

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  await env.DB.prepare("DELETE FROM database_sizes").run();
});

const record = (sizes: Record<string, number>, nowMs: number) => {
  const readings = Object.entries(sizes).map(([database, bytes]) => ({ database, bytes }));
  return runBatch(env.DB, recordSizes(pipelineScope, readings, nowMs));
};
const known = (nowMs: number, names: string[]) => runOne(env.DB, recordedSizes(pipelineScope, names, nowMs));

it("a day is one row, with its first reading and its last", async () => {
  for (const [minute, bytes] of [100, 120, 150].entries())
    await record({ DB: bytes }, begun + minute * 60_000);
  expect(await rows("SELECT * FROM database_sizes")).toEqual([
    {
      database: "DB",
      day: 20_000,
      first_bytes: 100,
      first_at: begun,
      bytes: 150,
      measured_at: begun + 120_000,
    },
  ]);
});

it("growth is told over a week, and a month is kept, of each database", async () => {
  for (let day = 0; day < 40; day += 1) await record({ DB: 1000 + day, DB_2: 5 }, begun + day * dayMs);
  const today = begun + 39 * dayMs;
  expect(await known(today, ["DB_2", "DB", "DB_3"])).toEqual([
    { database: "DB_2", first: { bytes: 5, at: today - 6 * dayMs }, last: { bytes: 5, at: today } },
    { database: "DB", first: { bytes: 1033, at: today - 6 * dayMs }, last: { bytes: 1039, at: today } },
  ]);
  const kept = await rows(
    "SELECT database, count(*) AS days, min(day) AS since FROM database_sizes GROUP BY 1",
  );
  expect(kept).toEqual([
    { database: "DB", days: 31, since: 20_009 },
    { database: "DB_2", days: 31, since: 20_009 },
  ]);
});

it("what is kept of a database is not thrown away when another is read", async () => {
  await record({ DB: 1 }, begun - 60 * dayMs);
  await record({ DB_2: 1 }, begun);
  expect(await rows("SELECT database FROM database_sizes ORDER BY 1")).toEqual([
    { database: "DB" },
    { database: "DB_2" },
  ]);
});
