import { recordedSizes } from "@leadrelay/db/database/recorded-sizes";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { testDependencies } from "../../../test/deliver-messages.ts";
import { failing } from "../../../test/failing.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { watchedD1 } from "../../../test/watched-d1.ts";
import { openBudget } from "../budget.ts";
import { noteSizes } from "./note-sizes.ts";

const dayMs = 86_400_000;
const begun = 20_000 * dayMs;

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  await env.DB.prepare("DELETE FROM database_sizes").run();
});

/** A database that says it is so large. */
const sized = (bytes: number) =>
  watchedD1(env.DB, async (_sql, run) =>
    (await run()).map((result) => ({ ...result, meta: { ...result.meta, size_after: bytes } })),
  );
/** What is noted of databases of these sizes at a time. */
const note = (bytes: Record<string, number>, nowMs: number) =>
  noteSizes(
    testDependencies({
      leadDatabaseNames: Object.keys(bytes),
      leadDatabase: (name) => sized(bytes[name] ?? 0),
      now: () => nowMs,
    }),
  );
const known = (nowMs: number, names = ["DB"]) => runOne(env.DB, recordedSizes(pipelineScope, names, nowMs));

it("what is noted is what D1 itself says of the database", async () => {
  const now = () => begun;
  await noteSizes(testDependencies({ now }));
  const { meta } = await env.DB.prepare("SELECT 1").run();
  expect(await known(begun)).toMatchObject([{ database: "DB", last: { bytes: meta.size_after, at: begun } }]);
  expect(meta.size_after).toBeGreaterThan(100_000);
});

it("a database that is away keeps back no other's, and is told of", async () => {
  const leadDatabase = (name: string) => (name === "DB" ? env.DB : failing(env.DB, ["batch"]));
  const given = { leadDatabaseNames: ["DB_AWAY", "DB"], leadDatabase, now: () => begun };
  await expect(noteSizes(testDependencies(given))).rejects.toThrow("DB_AWAY");
  expect(await known(begun, ["DB_AWAY", "DB"])).toMatchObject([{ database: "DB" }]);
});

it("a minute costs two calls and a row for one database, whatever is kept; with one call nobody is asked", async () => {
  for (let day = -35; day <= 0; day += 1) await note({ DB: 1, DB_2: 1 }, begun + day * dayMs);
  const { bill, databases } = meteredD1();
  const dependencies = testDependencies({ ...databases, now: () => begun });
  await noteSizes(dependencies, openBudget(1));
  expect(bill.calls).toBe(0);
  await noteSizes(dependencies, openBudget(2));
  expect(bill).toMatchObject({ calls: 2, written: 1 });
  expect(bill.read).toBeLessThanOrEqual(6);
});
