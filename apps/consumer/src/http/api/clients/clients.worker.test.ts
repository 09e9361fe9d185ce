import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { formRegions } from "@leadrelay/db/forms/form-regions";
import { resolveForms } from "@leadrelay/db/intake/find-forms";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const scopeOf = (id: string): OperatorScope => ({
  kind: "operator",
  clients: [{ id, database: "DB", masked: false }],
  agencyIds: [],
  isInstallation: false,
});

describe("clients", () => {
  it("are listed to those who belong to them, and to nobody else", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    for (const as of [house.owner, house.agent, house.admin, house.viewer]) {
      const { status, body } = await call("GET", "/api/clients", { as });
      expect(status).toBe(200);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([house.clientId]);
    }
    expect((await call("GET", `/api/clients/${house.clientId}`, { as: other.owner })).status).toBe(404);
    expect((await call("GET", "/api/clients")).status).toBe(401);
  });

  it("are added by an owner, to the own agency only", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const body = { agency_id: house.agencyId, name: "Lakeside" };
    const added = await call("POST", "/api/clients", { as: house.owner, body });
    expect(added).toMatchObject({ status: 201, body: { name: "Lakeside", stages: expect.any(Array) } });
    expect(await call("GET", `/api/clients/${added.body.id}`, { as: house.owner })).toMatchObject({
      status: 200,
      body: added.body,
    });
    expect((await call("POST", "/api/clients", { as: other.owner, body })).status).toBe(404);
    expect((await call("POST", "/api/clients", { as: house.admin, body })).status).toBe(403);
    expect(await rows("SELECT action, actor_id FROM audit_log WHERE client_id = ?", added.body.id)).toEqual([
      { action: "client.created", actor_id: house.owner },
    ]);
  });

  it("keep the time zone that was said when they were added or later, and none that no clock knows", async () => {
    const house = await newHouse();
    const body = { agency_id: house.agencyId, name: "Lakeside", time_zone: "Asia/Kolkata" };
    const added = await call("POST", "/api/clients", { as: house.owner, body });
    expect(added).toMatchObject({ status: 201, body: { time_zone: "Asia/Kolkata" } });
    const path = `/api/clients/${house.clientId}`;
    expect((await call("GET", path, { as: house.viewer })).body.time_zone).toBeNull();
    const set = (time_zone: string | null) =>
      call("PATCH", path, { as: house.admin, body: { time_zone }, headers: { "if-match": "*" } });
    expect((await set("Europe/Lisbon")).body.time_zone).toBe("Europe/Lisbon");
    for (const wrong of ["Europe/Atlantis", "+05:30", "IST"])
      expect(await set(wrong)).toMatchObject({ status: 422, body: { errors: [{ field: "time_zone" }] } });
    expect((await call("GET", path, { as: house.viewer })).body.time_zone).toBe("Europe/Lisbon");
    expect((await set(null)).body.time_zone).toBeNull();
  });

  it("say where phone numbers are from, of their forms that say nothing; the edge hears of it", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    const set = (phone_country: string | null) =>
      call("PATCH", path, { as: house.admin, body: { phone_country }, headers: { "if-match": "*" } });
    const newForm = async (key: string, region: string | null) => {
      const form_key = `${house.clientId.replaceAll("_", "-")}-${key}`;
      const body = { client_id: house.clientId, name: key, form_key, default_region: region };
      expect((await call("POST", "/api/forms", { as: house.admin, body })).status).toBe(201);
      return form_key;
    };
    const [silent, own] = [await newForm("silent", null), await newForm("own", "GB")];
    const atEdge = async (key: string) =>
      (await env.KV.get<{ default_region: string | null }>(kvKeys.form(key), "json"))?.default_region;
    const resolved = async () =>
      (await runOne(env.DB, resolveForms(pipelineScope, [silent, own]))).map((form) => form.default_region);
    expect([await atEdge(silent), await atEdge(own)]).toEqual([null, "GB"]);

    expect((await set(" in ")).body.phone_country).toBe("IN");
    expect([await atEdge(silent), await atEdge(own)]).toEqual(["IN", "GB"]);
    expect(await resolved()).toEqual(["IN", "GB"]);
    expect(await runOne(env.DB, formRegions(scopeOf(house.clientId), [house.clientId], 100))).toEqual(
      expect.arrayContaining(["IN", "GB"]),
    );

    expect((await set(null)).body.phone_country).toBeNull();
    expect([await atEdge(silent), await atEdge(own)]).toEqual([null, "GB"]);
    for (const wrong of ["XX", "India", ""])
      expect(await set(wrong)).toMatchObject({ status: 422, body: { errors: [{ field: "phone_country" }] } });
    expect((await call("PATCH", path, { as: house.viewer, body: { phone_country: "IN" } })).status).toBe(403);
  });

  it("whose phone country did not change leave their forms as they are", async () => {
    const house = await newHouse();
    const versions = () => rows("SELECT updated_at FROM forms WHERE client_id = ?", house.clientId);
    const before = await versions();
    await call("PATCH", `/api/clients/${house.clientId}`, {
      as: house.admin,
      body: { name: "Other", phone_country: null },
      headers: { "if-match": "*" },
    });
    expect(await versions()).toEqual(before);
  });

  it("are changed on the version that was read, or not at all", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    const { headers } = await call("GET", path, { as: house.admin });
    const ifMatch = { "if-match": headers.get("etag") ?? "" };
    const change = (name: string, given: Record<string, string>) =>
      call("PATCH", path, { as: house.admin, body: { name }, headers: given });
    expect((await change("Without", {})).status).toBe(428);
    expect((await change("First", ifMatch)).status).toBe(200);
    expect((await change("Second", ifMatch)).status).toBe(412);
    expect((await call("GET", path, { as: house.admin })).body.name).toBe("First");
    expect((await change("Forced", { "if-match": "*" })).status).toBe(200);
  });

  it("changed by two at once keep one change, and one audit entry", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    const etag = (await call("GET", path, { as: house.admin })).headers.get("etag") ?? "";
    const answers = await Promise.all(
      ["A", "B", "C"].map((name) =>
        call("PATCH", path, { as: house.admin, body: { name }, headers: { "if-match": etag } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(2);
    expect(await rows("SELECT id FROM audit_log WHERE client_id = ?", house.clientId)).toHaveLength(1);
  });
});

it("a client's test strings, which may be somebody's, are shown to nobody who sees contacts masked", async () => {
  const house = await newHouse();
  const path = `/api/clients/${house.clientId}`;
  const secret = "asha.r@example.com";
  const headers = { "if-match": "*" };
  const set = await call("PATCH", path, { as: house.admin, body: { test_strings: [secret] }, headers });
  expect(set.body.test_strings).toEqual([secret]);
  expect((await call("GET", path, { as: house.agent })).body.test_strings).toEqual([secret]);
  const robot = await newKey(house, ["config:read", "config:write", "audit:read"]);
  const answers = [
    await call("GET", path, { as: house.viewer }),
    await call("GET", "/api/clients", { as: house.viewer }),
    await call("GET", path, { key: robot }),
    await call("PATCH", path, { key: robot, body: { name: "Renamed" }, headers }),
    await call("GET", "/api/audit-log", { key: robot }),
  ];
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain(secret);
  }
  expect(answers.map(({ body }) => body.test_strings)).toEqual([null, undefined, null, null, undefined]);
  expect((await call("GET", path, { as: house.agent })).body.test_strings).toEqual([secret]);
});

it("a page of clients reads at most five times its size, deleted ones among them or not", async () => {
  const house = await newHouse();
  const names = Array.from({ length: 30 }, (_, index) => index);
  await env.DB.batch(
    names.map((index) =>
      env.DB.prepare(
        "INSERT INTO clients (id, agency_id, name, created_at, deleted_at) VALUES (?, ?, 'C', 0, ?)",
      ).bind(
        `${house.clientId}_${String(index).padStart(2, "0")}`,
        house.agencyId,
        index % 2 === 0 ? 1 : null,
      ),
    ),
  );
  const { bill, databases } = meteredD1((sql) => sql.includes("AS wanted CROSS JOIN clients"));
  const metered = testApi(databases);
  const found: string[] = [];
  let cursor: string | null = "";
  for (let pages = 0; cursor !== null && pages < 20; pages += 1) {
    const before = bill.read;
    const at: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const { body } = await metered.call("GET", `/api/clients?limit=4${at}`, { as: house.owner });
    expect(bill.read - before).toBeLessThanOrEqual(20);
    found.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.next_cursor;
  }
  expect(bill.read).toBeGreaterThan(0);
  expect(found).toHaveLength(16);
  expect(new Set(found).size).toBe(16);
});
