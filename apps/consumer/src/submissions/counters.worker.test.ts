import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addDeliveryCounts, addSubmissionCounts } from "@leadrelay/db/statistics/add-counts";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { countersOf, dailyCountsOf } from "../../test/counters.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const hour = 3_600_000;
const midnight = 19_675 * 24 * hour;

/** Submissions of so many people without a common address. */
const peopleOf = (tenant: Tenant, count: number) =>
  Array.from({ length: count }, (_, index) =>
    tenant.submission({
      fields: { email: `p${index}@example.com` },
      context: { ...tenant.submission().context, ip: null },
    }),
  );

describe("a stored submission is counted", () => {
  it("by its outcome and form, on the UTC day it came in", async () => {
    const tenant = await newTenant({ testStrings: ["do not call"] });
    await env.DB.prepare(
      "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '198.51.100.1/32', 0)",
    )
      .bind(tenant.clientId)
      .run();
    const at = (hours: number, fields = { email: "a@example.com" }) =>
      tenant.submission({ fields, received_at: midnight + hours * hour });
    const blocked = { ...tenant.submission().context, ip: "198.51.100.1" };
    await deliverMessages([
      at(-0.1),
      at(0.1),
      { ...at(0.2), context: blocked },
      at(0.3, { email: "do not call" }),
      at(30),
      at(30, { email: "b@example.com" }),
    ]);
    const expected = [
      [19_674, "new_lead", 1],
      [19_675, "blocked", 1],
      [19_675, "duplicate", 1],
      [19_675, "test", 1],
      [19_676, "new_lead", 1],
      [19_676, "reengaged", 1],
    ].map(([day, counter, value]) => ({
      client_id: null,
      day,
      form_id: tenant.formId,
      destination_id: null,
      counter,
      value,
      mended: 0,
    }));
    expect(await dailyCountsOf(tenant)).toEqual(expected);
  });
});

describe("a submission is counted once", () => {
  it("when its message comes again, or twice in a batch", async () => {
    const tenant = await newTenant();
    const [body] = peopleOf(tenant, 1);
    await deliverMessages([body, body]);
    await deliverMessages([body]);
    expect(await countersOf(tenant)).toEqual({ new_lead: 1 });
  });

  it("when D1 stored it and failed to say so", async () => {
    const tenant = await newTenant();
    const bodies = peopleOf(tenant, 3);
    const lying = watchedD1(env.DB, async (sql, run) => {
      const results = await run();
      if (isCommit(sql)) throw new Error("D1_ERROR: Network connection lost.");
      return results;
    });
    await deliverMessages(bodies, testDependencies({ leadDatabase: () => lying }));
    await deliverMessages(bodies);
    expect(await countersOf(tenant)).toEqual({ new_lead: 3 });
  });

  it("by eight consumers that are given the same messages at once", async () => {
    const tenant = await newTenant();
    const bodies = peopleOf(tenant, 10);
    const consumers = Array.from({ length: 8 }, (_, index) => [
      ...bodies.slice(index),
      ...bodies.slice(0, index),
    ]);
    await Promise.all(consumers.map((given) => deliverMessages(given)));
    await deliverMessages(bodies);
    expect(await countersOf(tenant)).toEqual({ new_lead: 10 });
  });

  it("by eight consumers, each with other submissions of the same people", async () => {
    const tenant = await newTenant();
    const batches = Array.from({ length: 8 }, () => peopleOf(tenant, 5));
    await Promise.all(batches.map((bodies) => deliverMessages(bodies)));
    for (const bodies of batches) await deliverMessages(bodies);
    expect(await countersOf(tenant)).toEqual({ new_lead: 5, duplicate: 35 });
  });

  it("when its batch was halved around one that cannot be stored, which is not counted", async () => {
    const tenant = await newTenant();
    await env.DB.prepare(
      `CREATE TRIGGER "refuse_${tenant.formId}" BEFORE INSERT ON lead_submissions WHEN NEW.cta = '${tenant.formId}'
       BEGIN SELECT RAISE(ABORT, 'NOT NULL constraint failed: lead_submissions.cta'); END`,
    ).run();
    const poison = tenant.submission({ fields: { email: "x@example.com", cta: tenant.formId } });
    await deliverMessages([...peopleOf(tenant, 9), poison]);
    expect(await countersOf(tenant)).toEqual({ new_lead: 9 });
  });
});

describe("a day's row", () => {
  const read = (clientId: string) =>
    rows(
      "SELECT day, came_json, slots_json, origins_json, last_at FROM day_counters WHERE client_id = ? ORDER BY day",
      clientId,
    );
  const count = {
    day: 1,
    form_id: "f",
    outcome: "new_lead",
    half_hour: 48 + 35,
    origin: { source: "google", campaign: "" },
    value: 2,
    at: 500,
  } as const;

  it("tells what came by form and outcome, by half hour, by origin, and when the last live one came", async () => {
    const { clientId: client_id } = await newTenant();
    await runBatch(
      env.DB,
      addSubmissionCounts(pipelineScope, [
        { ...count, client_id },
        { ...count, client_id, value: 1, at: 400 },
        { ...count, client_id, outcome: "duplicate", half_hour: 48, at: 600 },
        { ...count, client_id, outcome: "test", origin: null, at: 700 },
        { ...count, client_id, form_id: "g", origin: { source: "", campaign: "spring sale" } },
        { ...count, client_id, day: 2, outcome: "blocked", origin: null },
      ]),
    );
    const told = await read(client_id);
    expect(told.map((row) => JSON.parse(String(row.came_json)) as unknown)).toEqual([
      { f: { new_lead: 3, duplicate: 2, test: 2 }, g: { new_lead: 2 } },
      { f: { blocked: 2 } },
    ]);
    expect(JSON.parse(String(told[0]?.slots_json))).toEqual({
      f: { n: { 35: 3 }, l: { 0: 2 }, o: { 35: 2 } },
      g: { n: { 35: 2 } },
    });
    expect(told.map((row) => JSON.parse(String(row.origins_json)) as unknown)).toEqual([
      { google: { "-": { new_lead: 3, duplicate: 2 } }, "-": { "spring sale": { new_lead: 2 } } },
      {},
    ]);
    expect(told.map(({ last_at }) => last_at)).toEqual([600, null]);
  });

  it.each(["came_json", "slots_json", "arrived_json"] as const)(
    "%s grows to less than D1 takes in a row; what is there goes on",
    async (column) => {
      const { clientId: client_id } = await newTenant();
      const arrived = { client_id, day: 1, form_id: "f", destination_id: "d", bucket: 3, value: 2 };
      const add = (form_id: string) =>
        runBatch(env.DB, [
          ...addSubmissionCounts(pipelineScope, [{ ...count, client_id, form_id }]),
          ...addDeliveryCounts(pipelineScope, [{ ...arrived, form_id, outcome: "delivered" as const }]),
        ]);
      await add("f");
      await env.DB.prepare(
        `UPDATE day_counters SET ${column} = json_set(${column}, '$.pad', ?) WHERE client_id = ?`,
      )
        .bind("x".repeat(400_000), client_id)
        .run();
      await add("g");
      await add("f");
      const [row = {}] = await rows(
        `SELECT ${column} AS json FROM day_counters WHERE client_id = ?`,
        client_id,
      );
      const { pad, ...told } = JSON.parse(String(row["json"])) as Record<string, unknown>;
      expect(String(pad)).toHaveLength(400_000);
      expect(told).toEqual(
        {
          came_json: { f: { new_lead: 4 } },
          slots_json: { f: { n: { 35: 4 } } },
          arrived_json: { f: { d: { 3: 4 } } },
        }[column],
      );
    },
  );

  it("tells so many origins apart and no more, and counts every one", async () => {
    const { clientId: client_id } = await newTenant();
    const from = (source: string) => [
      { ...count, client_id, origin: { source: source.padEnd(60, "x"), campaign: "c".repeat(60) } },
    ];
    const many = Array.from({ length: 300 }, (_, index) => from(`s${index}`)).flat();
    await runBatch(env.DB, addSubmissionCounts(pipelineScope, [...many, ...from("s0")]));
    const [row] = await read(client_id);
    expect(JSON.parse(String(row?.came_json))).toEqual({ f: { new_lead: 602 } });
    const origins = JSON.parse(String(row?.origins_json)) as Record<string, Record<string, unknown>>;
    expect(Object.keys(origins).length).toBeLessThan(160);
    expect(origins["s0".padEnd(60, "x")]?.["c".repeat(60)]).toEqual({ new_lead: 4 });
  });
});
