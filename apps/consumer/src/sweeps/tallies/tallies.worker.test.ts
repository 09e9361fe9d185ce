import { tallyKey, type Tally } from "@leadrelay/core/tallies/tally";
import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addTallies } from "@leadrelay/db/tallies/add-tallies";
import { currentTallies } from "@leadrelay/db/tallies/current-tallies";
import { forgetPastTallies } from "@leadrelay/db/tallies/forget-past-tallies";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { scannedTables } from "../../../test/query-plans.ts";
import { forgetTallies } from "./forget-tallies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const now = 1_796_000_000_000;
const newClient = () => `cli_${crypto.randomUUID()}`;
const tally = (client_id: string, given: Partial<Tally> = {}): Tally => ({
  client_id,
  subject: "cap:dst",
  period: "d:2026-11-30",
  count: 1,
  ends_at: now + 1,
  ...given,
});
const add = (...tallies: Tally[]) => runBatch(env.DB, addTallies(pipelineScope, tallies));
const read = (...clientIds: string[]) => runOne(env.DB, currentTallies(pipelineScope, clientIds, now));

describe("what is counted for decisions", () => {
  it("is added up by whoever counts, of each subject and period apart", async () => {
    const client = newClient();
    await Promise.all([
      add(tally(client), tally(client, { count: 2 })),
      add(tally(client), tally(client, { subject: "route:a:b", period: "all", ends_at: null })),
    ]);
    expect(await read(client)).toEqual(
      new Map([
        [tallyKey("cap:dst", "d:2026-11-30"), 4],
        [tallyKey("route:a:b", "all"), 1],
      ]),
    );
  });

  it("is of its client, and read of many clients at once", async () => {
    const [client, other] = [newClient(), newClient()];
    await add(tally(client, { subject: "cap:one" }), tally(other, { subject: "cap:other" }));
    expect([...(await read(client)).keys()]).toEqual([tallyKey("cap:one", "d:2026-11-30")]);
    const many = Array.from({ length: 200 }, newClient);
    expect((await read(client, other, ...many)).size).toBe(2);
  });

  it("costs a client of whom nothing is counted no row, and one a row for each count", async () => {
    const client = newClient();
    await add(tally(client), tally(client, { period: "all", ends_at: null }));
    const { bill, databases } = meteredD1();
    const d1 = databases.control;
    await runOne(d1, currentTallies(pipelineScope, [newClient()], now));
    await runBatch(d1, addTallies(pipelineScope, []));
    expect(bill).toMatchObject({ read: 0, written: 0 });
    await runOne(d1, currentTallies(pipelineScope, [client], now));
    // And the one behind them, where the client's end.
    expect(bill.read).toBeLessThanOrEqual(3);
    await runBatch(d1, addTallies(pipelineScope, [tally(client)]));
    expect(bill.written).toBe(1);
  });

  it("is not of a period that is over, and is forgotten then", async () => {
    const client = newClient();
    await add(tally(client, { ends_at: now }), tally(client, { period: "all", ends_at: null }));
    expect([...(await read(client)).keys()]).toEqual([tallyKey("cap:dst", "all")]);
    const dependencies = { leadDatabase: () => env.DB, leadDatabaseNames: ["DB"], now: () => now };
    await forgetTallies(dependencies);
    const left = await env.DB.prepare("SELECT period FROM tallies WHERE client_id = ?").bind(client).all();
    expect(left.results).toEqual([{ period: "all" }]);
  });

  it("is forgotten some at a time, what ended first before others", async () => {
    const client = newClient();
    for (const period of ["c", "a", "b"])
      await add(tally(client, { period, ends_at: now - 1_000 + period.charCodeAt(0) }));
    await runBatch(env.DB, [forgetPastTallies(pipelineScope, now, 2)]);
    const left = await env.DB.prepare("SELECT period FROM tallies WHERE client_id = ?").bind(client).all();
    expect(left.results).toEqual([{ period: "c" }]);
  });

  it.each([
    ["reading it", currentTallies(pipelineScope, ["a", "b"], now)],
    ["forgetting it", forgetPastTallies(pipelineScope, now, 10)],
  ])("%s scans no table", async (_what, { query }) => {
    expect(await scannedTables(query.sql)).toEqual([]);
  });
});
