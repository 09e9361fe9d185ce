import { runBatch, runOne } from "@leadrelay/db/run-batch";
import { dailyStatistics } from "@leadrelay/db/statistics/daily-statistics";
import { latencyBuckets } from "@leadrelay/db/statistics/latency-buckets";
import { openLetterCounts } from "@leadrelay/db/dead-letters/open-letter-counts";
import { deadLetterGroups } from "@leadrelay/db/dead-letters/dead-letter-groups";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { scannedTables } from "../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = Math.floor(testNow / 86_400_000);
const days = { fromDay: day - 6, toDay: day };

/** A client with counts on three days, in two forms and at two destinations. */
async function countedClient() {
  const id = `cli_${crypto.randomUUID()}`;
  const places = [day - 7, day - 1, day].flatMap((at) => ["f1", "f2"].map((form) => [at, form]));
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO submission_counters (client_id, day, form_id, outcome, value) SELECT ?1, value ->> 0, value ->> 1, 'new_lead', 10 FROM json_each(?2)`,
    ).bind(id, JSON.stringify(places)),
    env.DB.prepare(
      `INSERT INTO delivery_counters (client_id, day, form_id, destination_id, outcome, bucket, value)
       SELECT ?1, place.value ->> 0, place.value ->> 1, destination.column1, counted.column1, counted.column2, 2
       FROM json_each(?2) AS place, (VALUES ('d1'), ('d2')) AS destination,
         (VALUES ('delivered', 5), ('delivered', 9), ('delivered', -1), ('dead', -1)) AS counted`,
    ).bind(id, JSON.stringify(places)),
  ]);
  return id;
}

describe("statistics", () => {
  it("of a week leave out the day before it", async () => {
    const id = await countedClient();
    const counted = { ...days, clientIds: [id], by: [] };
    const [counts, latencies] = await runBatch(env.DB, [
      dailyStatistics(scopeOf([id]), counted),
      latencyBuckets(scopeOf([id]), counted),
    ]);
    const everywhere = { client_id: null, day: null, form_id: null, destination_id: null };
    expect(counts).toEqual([
      { ...everywhere, counter: "dead", mended: 0, value: 16 },
      { ...everywhere, counter: "delivered", mended: 0, value: 48 },
      { ...everywhere, counter: "new_lead", mended: 0, value: 40 },
    ]);
    expect(latencies).toEqual([
      { ...everywhere, bucket: 5, value: 16 },
      { ...everywhere, bucket: 9, value: 16 },
    ]);
  });

  it("are told apart by what is asked for, of one form if one is named", async () => {
    const ids = [await countedClient(), await countedClient()];
    const counts = await runOne(
      env.DB,
      dailyStatistics(scopeOf(ids), {
        ...days,
        fromDay: day,
        clientIds: ids,
        formId: "f2",
        by: ["client_id", "destination_id"],
      }),
    );
    const rows = counts.map(({ client_id, destination_id, counter, value }) =>
      [ids.indexOf(client_id ?? ""), destination_id, counter, value].join(" "),
    );
    expect(rows.toSorted()).toEqual([
      "0  new_lead 10",
      "0 d1 dead 2",
      "0 d1 delivered 6",
      "0 d2 dead 2",
      "0 d2 delivered 6",
      "1  new_lead 10",
      "1 d1 dead 2",
      "1 d1 delivered 6",
      "1 d2 dead 2",
      "1 d2 delivered 6",
    ]);
  });

  it("of a client outside the scope are refused", () => {
    const counted = { ...days, clientIds: ["other"], by: [] };
    expect(() => dailyStatistics(scopeOf(["mine"]), counted)).toThrow("outside this scope");
    expect(() => latencyBuckets(scopeOf(["mine"]), counted)).toThrow("outside this scope");
  });

  it("read no more rows for two hundred leads than for two", async () => {
    const reads = async (leads: number) => {
      const { tenant, keys } = await tenantWithDeliveries(leads);
      const refused = Array.from({ length: leads / 2 }, () => new Response("", { status: 404 }));
      for (let at = 0; at < leads; at += 30)
        await wake(keys.slice(at, at + 30), scriptedReceiver(...refused.splice(0, 15)));
      const { bill, databases } = meteredD1();
      const scope = scopeOf([tenant.clientId]);
      const counted = { ...days, clientIds: [tenant.clientId], by: ["day", "form_id"] } as const;
      const [counts, , [open]] = await runBatch(databases.control, [
        dailyStatistics(scope, counted),
        latencyBuckets(scope, counted),
        openLetterCounts(scope),
        deadLetterGroups(scope, tenant.clientId, { after: null, limit: 50 }),
      ]);
      expect(counts).toContainEqual(expect.objectContaining({ counter: "new_lead", value: leads }));
      expect(open?.open_count).toBe(counts.find(({ counter }) => counter === "dead")?.value);
      return bill.read;
    };
    // Each range read ends at a row of another client's, if there is one.
    const rangeEnds = 5;
    expect(await reads(200)).toBeLessThanOrEqual((await reads(2)) + rangeEnds);
  });

  it("are read by keys alone", async () => {
    const scope = scopeOf(["c"], true);
    const counted = { ...days, clientIds: ["c"], formId: "f", by: ["day"] } as const;
    const statements = [
      dailyStatistics(scope, counted),
      latencyBuckets(scope, counted),
      openLetterCounts(scope),
      deadLetterGroups(scope, null, { after: [1, "a"], limit: 5 }),
    ];
    for (const { query } of statements) expect(await scannedTables(query.sql)).toEqual([]);
  });
});
