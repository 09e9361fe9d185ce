import { applyD1Migrations, env } from "cloudflare:test";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newApi, newBrowser, newPerson, signedIn, whoAmI } from "../../../../test/api/browser.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { unchangingD1 } from "../../../../test/api/recorded-d1.ts";
import { newHouse } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
afterEach(() => vi.restoreAllMocks());

const full = "Exceeded maximum DB size.";
const readOnly = "attempt to write a readonly database: SQLITE_READONLY";
const monthMs = 30 * 24 * 3_600_000;

const setExpiry = (operatorId: string, at: number) =>
  env.DB.prepare("UPDATE operator_sessions SET expires_at = ? WHERE operator_id = ?")
    .bind(new Date(at).toISOString(), operatorId)
    .run();

describe.each([full, readOnly])("while D1 says %s", (text) => {
  it("a signed request that only reads is answered, its nonce unspent, and the log says so", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read", "config:write"]);
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const { call } = testApi({ control: unchangingD1(text) });
    const nonce = crypto.randomUUID();
    const { status, body } = await call("GET", "/api/clients", { key, nonce });
    expect([status, body.items.map(({ id }: { id: string }) => id)]).toEqual([200, [house.clientId]]);
    expect(log.mock.calls.join()).toContain("nonce.unspent");
    expect((await testApi().call("GET", "/api/clients", { key, nonce })).status).toBe(200);
    expect((await testApi().call("GET", "/api/clients", { key, nonce })).status).toBe(401);
  });

  it.each([
    ["/api/leads/search", {}],
    ["/api/where-is-my-lead", { q: "nobody@example.com" }],
  ])("a signed POST to %s, which only reads, is answered as well", async (path, body) => {
    const key = await newKey(await newHouse(), ["leads:read", "contacts:read"]);
    const { call } = testApi({ control: unchangingD1(text) });
    expect((await call("POST", path, { key, body })).status).toBe(200);
  });

  it.each(["POST", "PATCH", "DELETE"])("a signed %s is not", async (method) => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read", "config:write"]);
    const { call } = testApi({ control: unchangingD1(text) });
    const path = method === "POST" ? "/api/forms" : "/api/forms/form_x";
    expect((await call(method, path, { key, ...(method === "DELETE" ? {} : { body: {} }) })).status).toBe(
      503,
    );
  });

  it("a nonce that was spent before stays spent, and a bad signature bad", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read", "config:write"]);
    const nonce = crypto.randomUUID();
    expect((await testApi().call("GET", "/api/clients", { key, nonce })).status).toBe(200);
    const { call } = testApi({ control: unchangingD1(text) });
    expect((await call("GET", "/api/clients", { key, nonce })).status).toBe(401);
    const { secret } = await newKey(house, ["config:read"]);
    const forged = { ...key, secret };
    expect((await call("GET", "/api/clients", { key: forged })).status).toBe(401);
  });

  it("whoever signed in days ago goes on reading, and is told who is signed in", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    await setExpiry(person.id, Date.now() + monthMs - 3 * 24 * 3_600_000);
    const old = newBrowser({ api: newApi({ control: unchangingD1(text) }) });
    for (const [name, value] of browser.cookies) old.cookies.set(name, value);
    const session = await old.get("/api/auth/get-session");
    expect([session.status, session.body.user.email]).toEqual([200, person.email]);
    const sessions = await old.get("/api/auth/list-sessions");
    expect([sessions.status, sessions.body.length]).toEqual([200, 1]);
    expect(await whoAmI(old)).toBe(person.email);
  });

  it("whose session ran out is nobody, and no fault", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    await setExpiry(person.id, Date.now() - 1);
    const old = newBrowser({ api: newApi({ control: unchangingD1(text) }) });
    for (const [name, value] of browser.cookies) old.cookies.set(name, value);
    expect(await whoAmI(old)).toBe(401);
    const { status, body } = await old.get("/api/auth/get-session");
    expect([status, body]).toEqual([200, null]);
  });
});

it("while D1 is away a signed request that reads is not answered either", async () => {
  const house = await newHouse();
  const key = await newKey(house, ["config:read", "config:write"]);
  const { call } = testApi({ control: unchangingD1("Network connection lost.") });
  expect((await call("GET", "/api/clients", { key })).status).toBe(503);
});
