import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { findQuarantined } from "@leadrelay/db/quarantine/find-quarantined";
import { newestPlace, newestQuarantined } from "@leadrelay/db/quarantine/newest-quarantined";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { releaseQuarantined } from "@leadrelay/delivery/release/release-quarantined";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { rememberingD1, scannedTables } from "../../test/query-plans.ts";
import { payloadsOf } from "../../test/stored-texts.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";
import { enqueueInTime } from "../queues/enqueue-in-time.ts";
import { deleteQuarantined } from "../sweeps/quarantine/delete-quarantined.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = 86_400_000;
const kept = (tenant: Tenant, given: Partial<SubmissionMessage> = {}) =>
  tenant.submission({ is_bot: true, quarantine: "kept", ...given });
const operator = (tenant: Tenant): OperatorScope => ({
  kind: "operator",
  clients: [{ id: tenant.clientId, database: "DB", masked: false }],
  agencyIds: [],
  isInstallation: false,
});
const ordinary = ["leads", "lead_identities", "lead_submissions", "events", "deliveries", "blocked_ip_leads"];
const countIn = async (table: string, { clientId }: Tenant) =>
  (await rows(`SELECT 1 FROM ${table} WHERE client_id = ?`, clientId)).length;
const quarantined = ({ clientId }: Tenant) =>
  rows(
    "SELECT public_id, submitted_at, expires_at, released_at, released_by FROM quarantined_submissions WHERE client_id = ?",
    clientId,
  );

/** Releases as an operation of the API does; what went on the queue comes back. */
async function release(
  tenant: Tenant,
  ids: readonly string[],
  { dies = false, given = {} }: { dies?: boolean; given?: Partial<Dependencies> } = {},
) {
  const dependencies = testDependencies(given);
  const released = await releaseQuarantined(
    operator(tenant),
    { database: "DB", clientId: tenant.clientId, ids, by: "op" },
    {
      ...dependencies,
      enqueueSubmissions: (messages) => enqueueInTime(dependencies, messages),
    },
  );
  if (!dies) for (const statement of released.statements) await runOne(env.DB, statement);
  return { released, sent: dependencies.leadsQueue.sent };
}

describe("what a form keeps apart", () => {
  it("is one row with all that a release needs, and nothing else, however often its message comes", async () => {
    const tenant = await newTenant();
    const body = kept(tenant, { fields: { email: "anna@example.com", name: "Anna" } });
    await deliverMessages([body]);
    const { bill, databases } = meteredD1();
    expect((await deliverMessages([body, body], testDependencies(databases))).acked).toEqual([0, 1]);
    expect(bill.written).toBe(0);
    for (const table of ordinary) expect([table, await countIn(table, tenant)]).toEqual([table, 0]);
    expect(await quarantined(tenant)).toEqual([
      {
        public_id: body.submission_id,
        submitted_at: body.received_at,
        expires_at: body.received_at + 30 * day,
        released_at: null,
        released_by: null,
      },
    ]);
    const [found] = await runOne(
      env.DB,
      findQuarantined(operator(tenant), [tenant.clientId], body.submission_id),
    );
    expect(found).toMatchObject({ contact_name: "Anna", payload_json: JSON.stringify(body.payload) });
  });

  it("comes beside others of its batch, who are stored and sent", async () => {
    const tenant = await newTenant();
    await deliverMessages([kept(tenant), tenant.submission(), kept(tenant)]);
    expect([await countIn("leads", tenant), await countIn("quarantined_submissions", tenant)]).toEqual([
      1, 2,
    ]);
    expect(await countIn("deliveries", tenant)).toBe(1);
  });

  it("waits for a D1 that is away, is sent by nobody meanwhile, and is kept when D1 is back", async () => {
    const tenant = await newTenant();
    const requests: unknown[] = [];
    const fetch = (async (input: unknown) => {
      requests.push(input);
      return new Response("Accepted");
    }) as Dependencies["fetch"];
    await publishDirect(tenant, testDependencies());
    const away = failing(env.DB, ["batch"]);
    let current = kept(tenant);
    for (let time = 0; time < 4; time += 1) {
      const dependencies = testDependencies({
        fetch,
        control: away,
        leadDatabase: () => away,
        now: () => testNow + time * 60_000,
      });
      expect(await deliverMessages([current], dependencies)).toEqual({ acked: [0], retried: [] });
      current = dependencies.leadsQueue.sent[0] ?? current;
    }
    expect(current).toMatchObject({ quarantine: "kept", outage: { tries: 4, direct: {} } });
    await deliverMessages([current], testDependencies({ fetch }));
    expect([requests, await countIn("leads", tenant), (await quarantined(tenant)).length]).toEqual([
      [],
      0,
      1,
    ]);
  });

  it("is listed newest first, page by page, each client's own", async () => {
    const tenant = await newTenant();
    const other = await newTenant();
    const bodies = [1, 2, 3].map((at) => kept(tenant, { received_at: testNow + at }));
    await deliverMessages([...bodies, kept(other)]);
    const page = async (after = newestPlace, since = 0) =>
      runOne(env.DB, newestQuarantined(operator(tenant), [tenant.clientId], { since, after, perClient: 2 }));
    const first = await page();
    const last = first.at(-1);
    const second = await page([last?.submitted_at ?? 0, last?.public_id ?? ""]);
    expect([...first, ...second].map(({ public_id }) => public_id)).toEqual(
      bodies.map(({ submission_id }) => submission_id).toReversed(),
    );
    expect(await page(newestPlace, testNow + 3)).toHaveLength(1);
    expect(() => findQuarantined(operator(tenant), [other.clientId], "x")).toThrow("outside this scope");
  });
});

describe("a release", () => {
  it("sends it as if it had just come, no bot's, at its own time, once", async () => {
    const tenant = await newTenant();
    const body = kept(tenant);
    await deliverMessages([body]);
    const { released, sent } = await release(tenant, [body.submission_id, "unknown"]);
    expect([...released.taken]).toEqual([body.submission_id]);
    expect(sent).toMatchObject([{ ...body, is_bot: false, quarantine: "released" }]);
    expect(await quarantined(tenant)).toMatchObject([{ released_at: testNow, released_by: "op" }]);
    await deliverMessages(sent);
    await deliverMessages(sent);
    await deliverMessages([body]);
    expect(
      await rows(
        "SELECT outcome, submitted_at, submission_number FROM lead_submissions WHERE client_id = ?",
        tenant.clientId,
      ),
    ).toEqual([{ outcome: "new_lead", submitted_at: body.received_at, submission_number: 1 }]);
    const [event] = await payloadsOf(tenant.clientId);
    expect(event?.payload).toMatchObject({ is_bot_lead: "no", suspicion_reasons: "honeypot" });
    expect([await countIn("deliveries", tenant), (await quarantined(tenant)).length]).toEqual([1, 1]);
  });

  it("is not made twice, and one that dies before it was written down is finished by the next, or by the commit", async () => {
    const tenant = await newTenant();
    const body = kept(tenant);
    await deliverMessages([body]);
    const first = await release(tenant, [body.submission_id], { dies: true });
    const second = await release(tenant, [body.submission_id], { dies: true });
    await deliverMessages([...first.sent, ...second.sent]);
    expect(await quarantined(tenant)).toMatchObject([{ released_at: testNow, released_by: null }]);
    const third = await release(tenant, [body.submission_id]);
    expect([[...third.released.already], third.sent]).toEqual([[body.submission_id], []]);
    expect([await countIn("lead_submissions", tenant), await countIn("deliveries", tenant)]).toEqual([1, 1]);
  });

  it("outlasts a late copy of the message that was kept apart, in one batch with it too", async () => {
    const tenant = await newTenant();
    const body = kept(tenant);
    await deliverMessages([body]);
    const { sent } = await release(tenant, [body.submission_id]);
    await deliverMessages([body, ...sent]);
    expect(await countIn("lead_submissions", tenant)).toBe(1);
  });

  it("whose queue takes nothing leaves it as it was", async () => {
    const tenant = await newTenant();
    const body = kept(tenant);
    await deliverMessages([body]);
    const dependencies = testDependencies();
    const refused = releaseQuarantined(
      operator(tenant),
      { database: "DB", clientId: tenant.clientId, ids: [body.submission_id], by: "op" },
      { ...dependencies, enqueueSubmissions: () => Promise.reject(new Error("the queue is away")) },
    );
    await expect(refused).rejects.toThrow("the queue is away");
    expect(await quarantined(tenant)).toMatchObject([{ released_at: null }]);
  });

  it("of one with a payload too big for a message takes it along in KV", async () => {
    const tenant = await newTenant();
    const payload = { email: "anna@example.com", message: "x".repeat(120_000) };
    const body = kept(tenant, { payload: null });
    await env.KV.put(`payload:${body.submission_id}`, JSON.stringify(payload));
    await deliverMessages([body]);
    expect(await env.KV.get(`payload:${body.submission_id}`)).toBeNull();
    const { sent } = await release(tenant, [body.submission_id]);
    expect(sent).toMatchObject([{ payload: null }]);
    await deliverMessages(sent);
    expect(await rows("SELECT outcome FROM lead_submissions WHERE client_id = ?", tenant.clientId)).toEqual([
      { outcome: "new_lead" },
    ]);
  });
});

it("after 30 days it is gone, released or not, the oldest first and no other", async () => {
  const tenant = await newTenant();
  const old = kept(tenant, { received_at: testNow - 30 * day });
  const young = kept(tenant, { received_at: testNow - 30 * day + 1 });
  await deliverMessages([old, young]);
  const { d1, asked } = rememberingD1();
  const dependencies = { ...testDependencies(), leadDatabase: () => d1, leadDatabaseNames: ["DB"] };
  expect(await deleteQuarantined(dependencies)).toBe(1);
  expect(await quarantined(tenant)).toMatchObject([{ public_id: young.submission_id }]);
  for (const sql of asked) expect(await scannedTables(sql)).toEqual([]);
});

it("what KV holds of one goes before its row does", async () => {
  const tenant = await newTenant();
  const body = kept(tenant, { received_at: testNow - 30 * day, payload: null });
  const key = `payload:${body.submission_id}`;
  await env.KV.put(key, '{"message":"Call me"}');
  await deliverMessages([body], testDependencies({ kv: failing(env.KV, ["get"]) }), 20);
  const dependencies = testDependencies({ leadDatabaseNames: ["DB"] });
  const away = { ...dependencies, kv: failing(env.KV, ["delete"]) };
  await expect(deleteQuarantined(away)).rejects.toThrow();
  expect(await quarantined(tenant)).toHaveLength(1);
  expect(await deleteQuarantined(dependencies)).toBe(1);
  expect([await env.KV.get(key), await quarantined(tenant)]).toEqual([null, []]);
});

it("no statement about quarantined submissions scans a table", async () => {
  const tenant = await newTenant();
  const scope = operator(tenant);
  const { d1, asked } = rememberingD1();
  const body = kept(tenant);
  await deliverMessages([body], testDependencies({ control: d1, leadDatabase: () => d1 }));
  const { sent } = await release(tenant, [body.submission_id], { given: { leadDatabase: () => d1 } });
  await deliverMessages(sent, testDependencies({ control: d1, leadDatabase: () => d1 }));
  const range = { since: 0, after: newestPlace, perClient: 2 };
  await runOne(d1, newestQuarantined(scope, [tenant.clientId], range));
  await runOne(d1, findQuarantined(scope, [tenant.clientId], "x"));
  expect([...asked].join()).toContain("UPDATE quarantined_submissions");
  for (const sql of asked) expect({ sql, scans: await scannedTables(sql) }).toEqual({ sql, scans: [] });
});

describe("a form's day", () => {
  const counted = ({ clientId }: Tenant) =>
    rows(
      "SELECT form_id, reason, value, in_hour FROM intake_counters WHERE client_id = ? ORDER BY day, form_id, reason",
      clientId,
    );
  const fill = (tenant: Tenant, value: number) =>
    env.DB.prepare(
      "INSERT INTO intake_counters (client_id, day, form_id, reason, value, hour, in_hour) VALUES (?, ?, ?, 'honeypot_quarantined', ?, 0, 0)",
    )
      .bind(tenant.clientId, Math.floor(kept(tenant).received_at / day), tenant.formId, value)
      .run();

  it("counts what it keeps", async () => {
    const tenant = await newTenant();
    await deliverMessages([kept(tenant), kept(tenant), tenant.submission()]);
    await deliverMessages([kept(tenant)]);
    expect(await counted(tenant)).toEqual([
      { form_id: tenant.formId, reason: "honeypot_quarantined", value: 3, in_hour: 3 },
    ]);
  });

  it.each([
    [998, 2],
    [999, 1],
    [1_000, 0],
    [1_200, 0],
  ])("that has %i takes %i of three more; the others are counted as dropped", async (had, taken) => {
    const tenant = await newTenant();
    await fill(tenant, had);
    const bodies = [kept(tenant), kept(tenant), kept(tenant)];
    expect((await deliverMessages([...bodies, tenant.submission()])).acked).toEqual([0, 1, 2, 3]);
    expect((await quarantined(tenant)).length).toBe(taken);
    expect(await countIn("leads", tenant)).toBe(1);
    expect(await counted(tenant)).toEqual([
      { form_id: tenant.formId, reason: "honeypot", value: 3 - taken, in_hour: 3 - taken },
      { form_id: tenant.formId, reason: "honeypot_quarantined", value: had + taken, in_hour: taken },
    ]);
  });

  it("that is full leaves room for the next day, and for another form's", async () => {
    const tenant = await newTenant();
    await fill(tenant, 1_000);
    const full = kept(tenant);
    await deliverMessages([full, kept(tenant, { received_at: full.received_at + day })]);
    expect((await quarantined(tenant)).map(({ submitted_at }) => submitted_at)).toEqual([
      full.received_at + day,
    ]);
    const other = await newTenant();
    await deliverMessages([kept(tenant), kept(other)]);
    expect((await quarantined(other)).length).toBe(1);
  });
});
