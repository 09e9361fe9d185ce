import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { newKey } from "../../../test/api/keys.ts";
import { newHouse } from "../../../test/api/people.ts";
import { deliverMessages } from "../../../test/deliver-messages.ts";
import { deliveriesOf, hookUrl, scriptedReceiver, sealUrl, wake } from "../../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { rows } from "../../../test/tenant.ts";
import { dependenciesOf } from "../../dependencies.ts";
import { readDirectConfig } from "../../outage/direct-config-store.ts";
import { publishForms } from "../../sweeps/publish/publish-forms.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

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

describe("a client that is deleted", () => {
  const configOf = async (clientId: string) =>
    readDirectConfig(env.KV, await dependenciesOf(env).sealer(), clientId);

  it("takes its forms from the edge and its secrets from KV, and is hidden from lists", async () => {
    const house = await newHouse();
    await sealUrl(house, hookUrl);
    const given = { as: house.owner, headers: { "if-match": "*" } };
    const path = `/api/clients/${house.clientId}`;
    await call("PATCH", `/api/forms/${house.formId}`, { ...given, body: {} });
    const changed = await call("PATCH", path, { ...given, body: { test_strings: ["qa-team"] } });
    expect(changed.body.direct_config).toEqual({ state: "published", since: null });
    expect(await configOf(house.clientId)).toMatchObject({ test_strings: ["qa-team"] });
    expect(await env.KV.get(kvKeys.form(house.formKey))).not.toBeNull();

    const deleted = await call("DELETE", path, { as: house.owner });
    expect(deleted).toMatchObject({
      status: 200,
      body: { deleted_at: expect.any(Number), direct_config: { state: "withdrawn" } },
    });
    expect(await configOf(house.clientId)).toBeUndefined();
    expect(await env.KV.get(kvKeys.form(house.formKey))).toBeNull();
    const listed = async (query: string) => (await call("GET", `/api/clients${query}`, given)).body.items;
    expect(await listed("")).toEqual([]);
    expect(await listed("?deleted=true")).toMatchObject([{ id: house.clientId }]);
    expect((await call("GET", path, { as: house.viewer })).status).toBe(200);
  });

  it("lets nothing in it be changed or added, and is deleted once", async () => {
    const house = await newHouse();
    const path = `/api/clients/${house.clientId}`;
    const given = { as: house.owner, headers: { "if-match": "*" }, body: { name: "Back" } };
    const deleted = await call("DELETE", path, { as: house.owner });
    expect((await call("PATCH", path, given)).status).toBe(409);
    expect((await call("PATCH", `/api/forms/${house.formId}`, given)).status).toBe(409);
    const form = { ...given, body: { client_id: house.clientId, name: "New" } };
    expect((await call("POST", "/api/forms", form)).status).toBe(409);
    expect(await call("DELETE", path, { as: house.owner })).toMatchObject({
      status: 200,
      body: deleted.body,
    });
    const entries = await rows("SELECT action FROM audit_log WHERE client_id = ?", house.clientId);
    expect(entries).toEqual([{ action: "client.deleted" }]);
  });

  it("has its waiting deliveries cancelled when they come due", async () => {
    const house = await newHouse();
    await sealUrl(house, hookUrl);
    await deliverMessages([house.submission({ fields: { email: "ann@example.com" } })]);
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    const { received, fetch } = scriptedReceiver();
    await wake(await deliveriesOf(house), { fetch });
    expect(received).toEqual([]);
    expect(await deliveriesOf(house)).toMatchObject([{ status: "cancelled" }]);
  });

  it("is deleted by its agency's owner only", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const path = `/api/clients/${house.clientId}`;
    for (const as of [house.agent, house.admin, house.viewer])
      expect((await call("DELETE", path, { as })).status).toBe(403);
    expect((await call("DELETE", path, { as: other.owner })).status).toBe(404);
    expect((await call("DELETE", path)).status).toBe(401);
    expect((await call("GET", path, { as: house.viewer })).body.deleted_at).toBeNull();
  });

  it("with more forms than are withdrawn at once leaves the rest to the sweep", async () => {
    const house = await newHouse();
    for (let index = 0; index < 25; index += 1)
      await call("POST", "/api/forms", {
        as: house.owner,
        body: { client_id: house.clientId, name: `F${index}` },
      });
    await call("DELETE", `/api/clients/${house.clientId}`, { as: house.owner });
    const stale = () =>
      rows("SELECT id FROM forms WHERE client_id = ? AND snapshot_stale = 1", house.clientId);
    expect(await stale()).toHaveLength(6);
    await env.DB.prepare("UPDATE forms SET snapshot_stale = 0 WHERE client_id <> ?")
      .bind(house.clientId)
      .run();
    await publishForms(dependenciesOf(env));
    expect(await stale()).toHaveLength(0);
  });
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

describe("an Idempotency-Key", () => {
  it("makes the same request happen once, even when it comes five times at once", async () => {
    const house = await newHouse();
    const request = {
      as: house.owner,
      body: { agency_id: house.agencyId, name: "Once" },
      headers: { "idempotency-key": crypto.randomUUID() },
    };
    const answers = await Promise.all(Array.from({ length: 5 }, () => call("POST", "/api/clients", request)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const again = await call("POST", "/api/clients", request);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await rows("SELECT id FROM clients WHERE agency_id = ?", house.agencyId)).toHaveLength(2);
    const other = await call("POST", "/api/clients", {
      ...request,
      body: { agency_id: house.agencyId, name: "Other" },
    });
    expect(other).toMatchObject({ status: 422, body: { title: expect.stringContaining("Idempotency-Key") } });
  });

  it("of one operator is not another's", async () => {
    const house = await newHouse();
    const headers = { "idempotency-key": "same", "if-match": "*" };
    const path = `/api/clients/${house.clientId}`;
    await call("PATCH", path, { as: house.owner, body: { name: "One" }, headers });
    await call("PATCH", path, { as: house.admin, body: { name: "Two" }, headers });
    expect((await call("GET", path, { as: house.owner })).body.name).toBe("Two");
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a body that is not JSON", "{", 400],
    ["a field nobody knows", { name: "x", colour: "red" }, 422],
    ["a name that is no text", { name: 7 }, 422],
    ["an empty name", { name: " " }, 422],
  ])("%s is refused, naming what is wrong", async (_what, body, status) => {
    const house = await newHouse();
    const answer = await call("PATCH", `/api/clients/${house.clientId}`, {
      as: house.owner,
      body,
      headers: { "if-match": "*" },
    });
    expect(answer).toMatchObject({
      status,
      body: { type: expect.any(String), request_id: expect.any(String) },
    });
  });

  it("a cursor of another list, a filter nobody knows and a limit too large are refused", async () => {
    const house = await newHouse();
    for (const query of ["cursor=abc", "cursor=WzFd", "colour=red", "limit=101", "limit=x"])
      expect((await call("GET", `/api/clients?${query}`, { as: house.owner })).status).toBe(400);
  });
});

it("a change from another site's page is refused", async () => {
  const house = await newHouse();
  const given = { as: house.owner, body: { agency_id: house.agencyId, name: "x" } };
  const headers = { origin: "https://evil.example" };
  expect((await call("POST", "/api/clients", { ...given, headers })).status).toBe(403);
});

it("no answer lets another site read it, and each names its request", async () => {
  const house = await newHouse();
  const { headers } = await call("GET", "/api/me", {
    as: house.owner,
    headers: { origin: "https://evil.example", "x-request-id": "mine-1" },
  });
  expect(headers.get("access-control-allow-origin")).toBeNull();
  expect(headers.get("x-request-id")).toBe("mine-1");
  expect(headers.get("x-frame-options")).toBe("DENY");
});
