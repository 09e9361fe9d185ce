import { applyD1Migrations, env } from "cloudflare:test";
import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import type { TraceRow } from "@leadrelay/core/decide/stored-trace";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testNow } from "../../test/deliver-messages.ts";
import { payloadsOf, tracesOf } from "../../test/stored-texts.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const from = (tenant: Tenant, ip: string) => ({ context: { ...tenant.submission().context, ip } });
const block = (clientId: string, cidr: string, expiresAt: number | null = null) =>
  env.DB.prepare("INSERT INTO blocked_ips (client_id, cidr, blocked_at, expires_at) VALUES (?, ?, 0, ?)")
    .bind(clientId, cidr, expiresAt)
    .run();
const allow = (clientId: string, cidr: string, usage: string) =>
  env.DB.prepare("INSERT INTO allowed_ips (client_id, cidr, usage, created_at) VALUES (?, ?, ?, 0)")
    .bind(clientId, cidr, usage)
    .run();
const tables = ["leads", "lead_identities", "lead_submissions", "events", "deliveries"];
const countIn = async (table: string, clientId: string) =>
  (await rows(`SELECT 1 FROM ${table} WHERE client_id = ?`, clientId)).length;

describe("a blocked address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9/32"],
    ["203.0.113.9", "203.0.112.0/20"],
    ["::ffff:203.0.113.9", "203.0.113.0/24"],
    ["2001:db8:1:2::9", "2001:db8:1::/48"],
  ])("%s under %s leaves one blocked row and nothing else", async (ip, cidr) => {
    const tenant = await newTenant();
    await block(tenant.clientId, cidr);
    const body = tenant.submission(from(tenant, ip));
    await deliverMessages([body]);
    await deliverMessages([body]);
    for (const table of tables) expect(await countIn(table, tenant.clientId)).toBe(0);
    expect(
      await rows(
        "SELECT public_id, ip, matched_cidr FROM blocked_ip_leads WHERE client_id = ?",
        tenant.clientId,
      ),
    ).toEqual([{ public_id: body.submission_id, ip, matched_cidr: cidr }]);
  });

  it("does not block a neighbour, another client's leads, or after it expired", async () => {
    const tenant = await newTenant();
    const other = await newTenant();
    await block(tenant.clientId, "203.0.113.9/32");
    await block(tenant.clientId, "198.51.100.0/24", testNow - 1);
    await deliverMessages([
      tenant.submission({ ...from(tenant, "203.0.113.10"), fields: { email: "a@example.com" } }),
      tenant.submission({ ...from(tenant, "198.51.100.1"), fields: { email: "b@example.com" } }),
      other.submission(from(other, "203.0.113.9")),
    ]);
    expect(await countIn("leads", tenant.clientId)).toBe(2);
    expect(await countIn("leads", other.clientId)).toBe(1);
  });
});

describe("a test lead", () => {
  it("from a testing address is stored as a test and goes only where tests are taken", async () => {
    const quiet = await newTenant();
    const taking = await newTenant({ destination: { takes_test: 1 } });
    for (const tenant of [quiet, taking]) {
      await allow(tenant.clientId, "203.0.113.7/32", "testing");
      await deliverMessages([tenant.submission()]);
      expect(await rows("SELECT is_test FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
        { is_test: 1 },
      ]);
      expect(await rows("SELECT outcome FROM lead_submissions WHERE client_id = ?", tenant.clientId)).toEqual(
        [{ outcome: "test" }],
      );
    }
    expect(await countIn("deliveries", quiet.clientId)).toBe(0);
    expect(await countIn("deliveries", taking.clientId)).toBe(1);
    const [event] = await payloadsOf(taking.clientId);
    expect(event?.payload).toMatchObject({ test_lead: "yes", dev_environment: "yes" });
  });

  it("by its content never meets the live lead of the same person", async () => {
    const tenant = await newTenant({ testStrings: ["QA-Test"] });
    await deliverMessages([
      tenant.submission({ fields: { email: "anna@example.com", name: "qa-test Anna" } }),
    ]);
    await deliverMessages([tenant.submission({ received_at: 1_700_000_001_000 })]);
    expect(
      await rows(
        "SELECT is_test, submission_count FROM leads WHERE client_id = ? ORDER BY is_test",
        tenant.clientId,
      ),
    ).toEqual([
      { is_test: 0, submission_count: 1 },
      { is_test: 1, submission_count: 1 },
    ]);
    expect(await countIn("deliveries", tenant.clientId)).toBe(1);
  });

  it("an internal address is an ordinary lead", async () => {
    const tenant = await newTenant();
    await allow(tenant.clientId, "203.0.113.7/32", "internal");
    await deliverMessages([tenant.submission()]);
    expect(await rows("SELECT outcome FROM lead_submissions WHERE client_id = ?", tenant.clientId)).toEqual([
      { outcome: "new_lead" },
    ]);
  });
});

describe("suspicion", () => {
  it("is scored, kept on the lead and told to the CRM", async () => {
    const tenant = await newTenant();
    await deliverMessages([
      tenant.submission({
        is_bot: true,
        fields: { email: "anna@example.com", phone: "12", time_to_submit: "2" },
      }),
    ]);
    const [event] = await payloadsOf(tenant.clientId);
    expect(event?.payload).toMatchObject({
      suspicion_score: 80,
      suspicion_reasons: "honeypot, fast_submit, invalid_phone",
      is_bot_lead: "yes",
      time_to_submit: 2,
      phone_mobile: "12",
    });
  });
});

describe("destinations", () => {
  it("a disabled one keeps the delivery held, one of another environment gets none", async () => {
    const held = await newTenant({ destination: { enabled: 0 } });
    const elsewhere = await newTenant({ destination: { environments_json: '["production"]' } });
    await deliverMessages([held.submission()]);
    await deliverMessages([elsewhere.submission()]);
    expect(
      await rows("SELECT status, next_attempt_at FROM deliveries WHERE client_id = ?", held.clientId),
    ).toEqual([{ status: "held", next_attempt_at: null }]);
    expect(await countIn("deliveries", elsewhere.clientId)).toBe(0);
    expect(await countIn("lead_submissions", elsewhere.clientId)).toBe(1);
  });

  it("a lead whose letter was discarded was never sent: the next submission counts as new", async () => {
    const tenant = await newTenant();
    await deliverMessages([tenant.submission()]);
    const letter = crypto.randomUUID();
    await env.DB.batch([
      env.DB.prepare("UPDATE deliveries SET status = 'dead', dead_letter_id = ? WHERE client_id = ?").bind(
        letter,
        tenant.clientId,
      ),
      env.DB.prepare(
        "INSERT INTO dead_letters (id, kind, cause, state, attempts, first_failed_at, last_failed_at, created_at) VALUES (?, 'delivery', 'refused', 'discarded', 1, 0, 0, 0)",
      ).bind(letter),
    ]);
    await deliverMessages([tenant.submission({ received_at: 1_700_000_001_000 })]);
    const outcomes = await rows("SELECT outcome FROM lead_submissions WHERE client_id = ?", tenant.clientId);
    expect(outcomes).toEqual([{ outcome: "new_lead" }, { outcome: "new_lead" }]);
    expect(await countIn("deliveries", tenant.clientId)).toBe(2);
  });

  it("of a deleted client get nothing; its acknowledged leads are stored all the same", async () => {
    const tenant = await newTenant();
    await env.DB.prepare("UPDATE clients SET deleted_at = 1 WHERE id = ?").bind(tenant.clientId).run();
    await deliverMessages([tenant.submission()]);
    expect(await countIn("lead_submissions", tenant.clientId)).toBe(1);
    expect(await countIn("deliveries", tenant.clientId)).toBe(0);
  });
});

describe("a setting the pipeline reads for every lead", () => {
  it.each([
    ["clients", "test_strings_json"],
    ["destinations", "environments_json"],
    ["destinations", "event_types_json"],
  ])("%s.%s cannot be stored broken", async (table, column) => {
    await newTenant();
    for (const wrong of ["nonsense", '"text"', "{}"])
      await expect(env.DB.prepare(`UPDATE ${table} SET ${column} = ?`).bind(wrong).run()).rejects.toThrow();
  });
});

describe("a lead from over the intake rate", () => {
  it("is sent like any other, marked as suspicious, and its trace says why", async () => {
    const tenant = await newTenant();
    const fields = { time_to_submit: "60" };
    const over = tenant.submission({ over_rate: true, fields: { ...fields, email: "over@example.com" } });
    const within = tenant.submission({ fields: { ...fields, email: "within@example.com" } });
    await deliverMessages([over, within]);
    const traceOf = async (id: string) => {
      const [row] = await rows<TraceRow & { outcome: string }>(
        "SELECT * FROM lead_submissions WHERE public_id = ?",
        id,
      );
      const trace = row && parseTrace(row);
      return { outcome: row?.outcome, suspicion: trace?.suspicion, notes: trace?.notes };
    };
    expect(await traceOf(over.submission_id)).toEqual({
      outcome: "new_lead",
      suspicion: { score: 20, reasons: ["high_rate"] },
      notes: [expect.stringContaining("faster than the intake rate")],
    });
    expect(await traceOf(within.submission_id)).toEqual({
      outcome: "new_lead",
      suspicion: { score: 0, reasons: [] },
      notes: [],
    });
    expect(await countIn("deliveries", tenant.clientId)).toBe(2);
  });

  it.each([
    ["internal", { score: 0, reasons: [] }],
    ["testing", { score: 20, reasons: ["high_rate"] }],
  ])(
    "whose address is allowed as %s is suspicious for it only where limits hold",
    async (usage, suspicion) => {
      const tenant = await newTenant();
      await env.DB.prepare(
        "INSERT INTO allowed_ips (client_id, cidr, usage, created_at) VALUES (?, '203.0.113.0/24', ?, 0)",
      )
        .bind(tenant.clientId, usage)
        .run();
      const base = tenant.submission({
        over_rate: true,
        fields: { email: "a@example.com", time_to_submit: "60" },
      });
      await deliverMessages([{ ...base, context: { ...base.context, ip: "203.0.113.9" } }]);
      expect(await tracesOf(tenant.clientId)).toMatchObject([{ suspicion }]);
    },
  );
});
