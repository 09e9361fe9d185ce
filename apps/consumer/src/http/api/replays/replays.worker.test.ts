import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { messageLetter } from "../../../../test/api/letters.ts";
import { newHouse, newOperator, type House } from "../../../../test/api/people.ts";
import { newTenant, rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

type Call = ReturnType<typeof testApi>["call"];
const plan = (call: Call, as: string, filter: Record<string, unknown> = {}, per_second?: number | null) =>
  call("POST", "/api/replays", { as, body: { filter: { status: "dead", ...filter }, per_second } });
const audits = (id: string) =>
  rows("SELECT client_id, agency_id, action FROM audit_log WHERE subject_id = ? ORDER BY id", id);

/** A second client of the house's agency. */
async function sister(house: House) {
  const tenant = await newTenant();
  await env.DB.prepare("UPDATE clients SET agency_id = ? WHERE id = ?")
    .bind(house.agencyId, tenant.clientId)
    .run();
  return tenant;
}

describe("a replay whose steps are done", () => {
  it("runs until its last send has had its turn", async () => {
    const clock = { now: 1_000_000 };
    const { call } = testApi({ now: () => clock.now });
    const house = await newHouse();
    await deadDelivery(house, 1_000);
    const { id } = (await plan(call, house.agent, {}, 1)).body;
    await env.DB.prepare(
      "UPDATE replay_plans SET state = 'done', applied_at = 1000000, finished_at = 1005000 WHERE id = ?",
    )
      .bind(id)
      .run();
    const shown = async () => {
      const [one, list] = await Promise.all([
        call("GET", `/api/replays/${id}`, { as: house.agent }),
        call("GET", "/api/replays", { as: house.agent }),
      ]);
      return [one.body, list.body.items[0]];
    };
    const sending = { state: "running", finished_at: null };
    expect(await shown()).toMatchObject([{ ...sending, estimated_end_at: 1_005_000 }, sending]);
    clock.now = 1_005_000;
    const over = { state: "done", finished_at: 1_005_000 };
    expect(await shown()).toMatchObject([over, over]);
  });
});

describe("a plan", () => {
  it("says how many, where, how long, and what is skipped and why", async () => {
    const { call } = testApi();
    const house = await newHouse();
    await Promise.all([deadDelivery(house, 1_000_000), deadDelivery(house, 2_000_000)]);
    await messageLetter(house);
    const gone = await deadDelivery(house, 3_000_000);
    await env.DB.prepare("DELETE FROM events WHERE lead_id = ?").bind(gone.leadRow).run();
    const { status, body } = await plan(call, house.agent, {}, 4);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.any(String),
      state: "planned",
      per_second: 4,
      filter: { status: "dead" },
      summary: {
        count: 2,
        messages: 0,
        oldest: 1_001_080,
        newest: 2_001_080,
        destinations: [{ id: house.destinationId, client_id: house.clientId, name: "Make", count: 2 }],
        estimated_ms: 500,
        skipped: [{ reason: "erased", count: 1, meaning: expect.stringContaining("erased") }],
        is_complete: true,
      },
    });
    expect(
      await rows("SELECT status FROM deliveries WHERE client_id = ? AND status <> 'dead'", house.clientId),
    ).toEqual([]);
    expect((await plan(call, house.agent)).body.per_second).toBe(30);
    expect((await plan(call, house.agent, {}, null)).body).toMatchObject({
      per_second: null,
      summary: { estimated_ms: null },
    });
  });

  it("of nothing tells what else waits, of the caller's clients alone, and the filter that finds it", async () => {
    const { call } = testApi();
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const later = [await deadDelivery(house), await deadDelivery(house), await deadDelivery(house)];
    await env.DB.prepare(
      `UPDATE deliveries SET status = 'pending', settled_at = NULL, dead_letter_id = NULL,
         next_attempt_at = iif(public_id = ?, 5, 9e15) WHERE client_id = ?`,
    )
      .bind(later[0]?.delivery_id, house.clientId)
      .run();
    await env.DB.prepare("DELETE FROM dead_letters WHERE client_id = ?").bind(house.clientId).run();
    await messageLetter(house);
    await deadDelivery(other);
    const elsewhereOf = async (as: string, filter?: Record<string, unknown>) => {
      const { body } = await plan(call, as, filter);
      expect(body).toMatchObject({ id: null, state: "empty" });
      return body.elsewhere as unknown[];
    };
    const pending = { count: 2, is_more: false, meaning: "2 wait for their next try" };
    const letter = {
      count: 1,
      filter: { status: "dead" },
      meaning: expect.stringContaining("1 dead letter"),
    };
    const due = { count: 1, filter: null };
    const both = [{ ...pending, filter: { status: "pending" } }, letter, due];
    expect(await elsewhereOf(house.agent)).toMatchObject(both);
    const asked = { client_ids: [house.clientId], destination_ids: [house.destinationId] };
    expect(await elsewhereOf(house.agent, asked)).toMatchObject([
      { ...pending, filter: { status: "pending", ...asked } },
      letter,
      due,
    ]);
    const found = await plan(call, house.agent, { ...asked, status: "pending" });
    expect(found.body).toMatchObject({ summary: { count: 2 }, elsewhere: [] });
    expect(await elsewhereOf(other.agent, { since: Date.now() })).toMatchObject([
      { count: 1, meaning: "1 more that the time you asked for leaves out", filter: { status: "dead" } },
    ]);
  });

  it("takes what the filter names, kinds and fingerprints among it", async () => {
    const { call } = testApi();
    const house = await newHouse();
    await deadDelivery(house);
    await messageLetter(house);
    const count = async (filter: Record<string, unknown>) =>
      (await plan(call, house.owner, filter)).body.summary.count;
    expect(await count({ kinds: ["poison", "delivery"] })).toBe(2);
    expect(
      await count({ causes: ["refused"], status_codes: [400], fingerprints: ["0123456789abcdef"] }),
    ).toBe(1);
    expect(await count({ fingerprints: ["another"] })).toBe(0);
    expect(await count({ until: 1 })).toBe(0);
  });

  it("stands in the audit log of each client it would send something of, applied or not", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const [other] = await Promise.all([sister(house), sister(house)]);
    await Promise.all([deadDelivery(house), deadDelivery(other)]);
    const { id } = (await plan(call, house.owner, {}, 4)).body;
    const logged = await audits(id);
    expect(new Set(logged.map(({ client_id }) => client_id))).toEqual(
      new Set([house.clientId, other.clientId]),
    );
    const { body } = await call("GET", "/api/audit-log?action=replay.planned", { as: house.admin });
    expect(body.items).toMatchObject([
      {
        subject: { kind: "replay", id },
        actor: { id: house.owner },
        detail: { planned: 1, per_second: 4, status: "dead" },
      },
    ]);
  });

  it("of nothing is empty, and nothing is kept", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const { status, body } = await plan(call, house.owner);
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: null, state: "empty", summary: { count: 0 } });
    expect((await call("GET", "/api/replays", { as: house.owner })).body.items).toEqual([]);
  });

  it("refuses a filter that makes no sense", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const body = { filter: { status: "held", causes: ["gone"] } };
    expect(await call("POST", "/api/replays", { as: house.owner, body })).toMatchObject({
      status: 422,
      body: { errors: [{ field: "filter.causes" }] },
    });
    for (const filter of [{ status: "delivered" }, { status: "dead", colour: "red" }, {}])
      expect((await call("POST", "/api/replays", { as: house.owner, body: { filter } })).status).toBe(422);
  });
});

describe("an applied plan", () => {
  it("sends once however often it is applied, and answers where it stands", async () => {
    const { call, queues } = testApi();
    const house = await newHouse();
    await deadDelivery(house);
    const { id } = (await plan(call, house.agent)).body;
    const apply = () => call("POST", `/api/replays/${id}/apply`, { as: house.agent });
    const answers = await Promise.all([apply(), apply(), apply()]);
    for (const { status, body } of answers) {
      expect(status).toBe(202);
      expect(body).toMatchObject({ id, state: "running", applied_by: house.agent, progress: { planned: 1 } });
    }
    expect(queues.deliveriesQueue.sent).toMatchObject([{ type: "replay_step", plan_id: id, step: 0 }]);
    const whose = { client_id: house.clientId, agency_id: house.agencyId };
    expect(await audits(id)).toEqual([
      { ...whose, action: "replay.planned" },
      { ...whose, action: "replay.applied" },
    ]);
    const { body } = await call("GET", `/api/replays/${id}`, { as: house.owner });
    expect(body).toMatchObject({ state: "running", progress: { scheduled: 0, skipped: [] } });
    expect(body.estimated_end_at).toBeGreaterThan(body.applied_at);
  });

  it("is cancelled once, and not applied again", async () => {
    const { call } = testApi();
    const house = await newHouse();
    await deadDelivery(house);
    const { id } = (await plan(call, house.owner)).body;
    await call("POST", `/api/replays/${id}/apply`, { as: house.owner });
    const cancel = () => call("POST", `/api/replays/${id}/cancel`, { as: house.owner });
    const answers = await Promise.all([cancel(), cancel()]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { state: "cancelled" } });
    expect((await audits(id)).map(({ action }) => action)).toEqual([
      "replay.planned",
      "replay.applied",
      "replay.cancelled",
    ]);
    const again = await call("POST", `/api/replays/${id}/apply`, { as: house.owner });
    expect(again).toMatchObject({ status: 409, body: { detail: expect.stringContaining("plan anew") } });
  });

  it("that nobody applied within a day is refused", async () => {
    const { call } = testApi();
    const house = await newHouse();
    await deadDelivery(house);
    const { id } = (await plan(call, house.owner)).body;
    await env.DB.prepare("UPDATE replay_plans SET expires_at = 1 WHERE id = ?").bind(id).run();
    expect((await call("POST", `/api/replays/${id}/apply`, { as: house.owner })).status).toBe(409);
  });

  it("writes to each client's audit log", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const other = await sister(house);
    await Promise.all([deadDelivery(house), deadDelivery(other)]);
    const { id } = (await plan(call, house.owner)).body;
    await call("POST", `/api/replays/${id}/apply`, { as: house.owner });
    const applied = (await audits(id)).filter(({ action }) => action === "replay.applied");
    expect(new Set(applied.map(({ client_id }) => client_id))).toEqual(
      new Set([house.clientId, other.clientId]),
    );
  });
});

describe("whose it is", () => {
  it("another tenant's plan is not there, nor its things in a filter", async () => {
    const { call } = testApi();
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await deadDelivery(house);
    const { id } = (await plan(call, house.owner)).body;
    for (const [method, path] of [
      ["GET", `/api/replays/${id}`],
      ["POST", `/api/replays/${id}/apply`],
      ["POST", `/api/replays/${id}/cancel`],
    ] as const) {
      expect((await call(method, path, { as: other.owner })).status).toBe(404);
      expect((await call(method, path, { as: house.viewer })).status).toBe(403);
    }
    expect((await call("GET", "/api/replays", { as: other.owner })).body.items).toEqual([]);
    for (const filter of [
      { client_ids: [house.clientId] },
      { form_ids: [house.formId] },
      { destination_ids: [house.destinationId] },
    ])
      expect((await plan(call, other.owner, filter)).status).toBe(404);
    expect((await plan(call, other.owner)).body).toMatchObject({ state: "empty" });
  });

  it("a plan over two clients is nobody's who may replay only one of them", async () => {
    const { call } = testApi();
    const house = await newHouse();
    const other = await sister(house);
    await Promise.all([deadDelivery(house), deadDelivery(other)]);
    const { id } = (await plan(call, house.owner)).body;
    const both = await newOperator(house.agencyId, "agency_operator", house.clientId);
    await env.DB.prepare(
      "INSERT INTO memberships (operator_id, agency_id, client_id, role, created_at) VALUES (?, ?, ?, 'agency_operator', 0)",
    )
      .bind(both, house.agencyId, other.clientId)
      .run();
    expect((await call("POST", `/api/replays/${id}/apply`, { as: house.agent })).status).toBe(404);
    expect((await call("GET", `/api/replays/${id}`, { as: both })).status).toBe(200);
    expect((await call("POST", `/api/replays/${id}/apply`, { as: both })).status).toBe(202);
  });
});
