import type { IntakeCount, IntakeCounts, IntakeReason } from "@leadrelay/contracts/intake-counts";
import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
} from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { rememberingD1, scannedTables } from "../../test/query-plans.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { handleDlqBatch } from "../dead-letters/handle-dlq-batch.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = 86_400_000;
const counts = (...all: IntakeCount[]): IntakeCounts => ({ v: 1, type: "intake_counts", counts: all });
const count = (tenant: Tenant, more: Partial<IntakeCount> = {}): IntakeCount => ({
  form: { form_id: tenant.formId, client_id: tenant.clientId, database: "DB" },
  reason: "no_contact",
  count: 1,
  at: testNow,
  ...more,
});
const counted = ({ clientId }: Tenant) =>
  rows<{ reason: IntakeReason; value: number }>(
    "SELECT day, reason, value, in_hour, fields_json FROM intake_counters WHERE client_id = ? ORDER BY day, reason",
    clientId,
  );
const letters = () => rows("SELECT kind FROM dead_letters");

describe("what the producer counted", () => {
  it("is added to the day's counters, by form and reason, with the last names of fields", async () => {
    const tenant = await newTenant();
    await deliverMessages([
      counts(count(tenant, { count: 3, fields: ["your-mail"] }), count(tenant, { reason: "honeypot" })),
      counts(count(tenant, { count: 2 })),
    ]);
    await deliverMessages([
      counts(count(tenant, { count: 5, fields: ["kontakt"] }), count(tenant, { at: testNow + day })),
    ]);
    const today = Math.floor(testNow / day);
    expect(await counted(tenant)).toEqual([
      { day: today, reason: "honeypot", value: 1, in_hour: 1, fields_json: null },
      { day: today, reason: "no_contact", value: 10, in_hour: 10, fields_json: '["kontakt"]' },
      { day: today + 1, reason: "no_contact", value: 1, in_hour: 1, fields_json: null },
    ]);
  });

  it("comes behind the leads of its batch, in one statement, and keeps no lead from being alone", async () => {
    const tenant = await newTenant();
    const asked: string[] = [];
    const d1 = watchedD1(env.DB, (sql, run) => {
      asked.push(sql);
      return run();
    });
    const waited: number[] = [];
    const wait = async (ms: number) => void waited.push(ms);
    const many = Array.from({ length: 9 }, () => counts(count(tenant)));
    const result = await deliverMessages(
      [...many, tenant.submission()],
      testDependencies({ control: d1, leadDatabase: () => d1, wait }),
    );
    expect(result).toEqual({ acked: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], retried: [] });
    expect(waited).toEqual([]);
    expect(asked.map((sql) => sql.includes("intake_counters"))).toEqual([false, false, true]);
    expect(await counted(tenant)).toMatchObject([{ value: 9 }]);
  });

  it("scans no table", async () => {
    const tenant = await newTenant();
    const { d1, asked } = rememberingD1();
    await deliverMessages([counts(count(tenant))], testDependencies({ leadDatabase: () => d1 }));
    for (const sql of asked) expect(await scannedTables(sql)).toEqual([]);
  });
});

describe("a count that cannot be written down", () => {
  const away = failing(env.DB, ["batch"]);
  const withoutD1 = () => testDependencies({ leadDatabase: () => away });

  it("is tried again, and lost at the fifth try, without a dead letter", async () => {
    const tenant = await newTenant();
    expect(await deliverMessages([counts(count(tenant))], withoutD1(), 4)).toEqual({
      acked: [],
      retried: [0],
    });
    expect(await deliverMessages([counts(count(tenant))], withoutD1(), 5)).toEqual({
      acked: [0],
      retried: [],
    });
    expect([await counted(tenant), await letters()]).toEqual([[], []]);
  });

  it("takes no lead along that can be stored", async () => {
    const tenant = await newTenant();
    const d1 = watchedD1(env.DB, (sql, run) =>
      sql.includes("intake_counters") ? Promise.reject(new Error("D1_ERROR: no such table")) : run(),
    );
    const result = await deliverMessages(
      [counts(count(tenant)), tenant.submission()],
      testDependencies({ control: d1, leadDatabase: () => d1 }),
    );
    expect(result).toEqual({ acked: [1], retried: [0] });
  });

  it("of forms in several databases is not tried again where one of them has it", async () => {
    const tenant = await newTenant();
    const elsewhere = count(tenant, { form: { ...count(tenant).form, database: "DB_AWAY" } });
    const leadDatabase = (name: string) => (name === "DB" ? env.DB : away);
    expect(
      await deliverMessages([counts(count(tenant), elsewhere)], testDependencies({ leadDatabase })),
    ).toEqual({ acked: [0], retried: [] });
    expect(await counted(tenant)).toMatchObject([{ value: 1 }]);
  });

  it.each([
    ["of another version", { v: 2, type: "intake_counts", counts: [] }],
    ["with a reason of a later version", { v: 1, type: "intake_counts", counts: [{ reason: "new" }] }],
  ])("because it is %s is no dead letter", async (_what, body) => {
    expect(await deliverMessages([body])).toEqual({ acked: [0], retried: [] });
    expect(await letters()).toEqual([]);
  });

  it("and that the queue gave up is no dead letter either", async () => {
    const tenant = await newTenant();
    const batch = createMessageBatch("leads-dlq", [
      { id: "0", timestamp: new Date(testNow), attempts: 100, body: counts(count(tenant)) },
    ]);
    await handleDlqBatch(batch, testDependencies());
    const { explicitAcks } = await getQueueResult(batch, createExecutionContext());
    expect([explicitAcks, await letters()]).toEqual([["0"], []]);
  });
});
