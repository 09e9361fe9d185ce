import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { newHouse } from "../../../test/api/people.ts";
import { rows } from "../../../test/tenant.ts";

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
