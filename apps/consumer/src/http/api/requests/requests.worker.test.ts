import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

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
