import { applyD1Migrations, createExecutionContext, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { signedIn, newPerson } from "../../../../test/api/browser.ts";
import { newKey, signedHeaders } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { anna, expectNothingOfAnna, submitForm } from "../../../../test/api/person.ts";
import { rawRequest } from "../../../../test/api/raw-request.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { rows } from "../../../../test/tenant.ts";
import { handleFetch } from "../../handle-fetch.ts";
import { dependenciesOf } from "../../../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const hour = 3_600_000;
const problem = (type: string) => ({ status: 401, body: { type: `https://leadrelay.dev/problems/${type}` } });

describe("a signed request", () => {
  it("is its key's: it reaches the key's client, without a cookie and without an Origin", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read", "config:write"]);
    const path = `/api/clients/${house.clientId}`;
    expect(await call("GET", path, { key })).toMatchObject({ status: 200, body: { id: house.clientId } });
    const body = { name: "Machine made" };
    const headers = { "if-match": "*", origin: "https://elsewhere.example" };
    expect(await call("PATCH", path, { key, body, headers })).toMatchObject({ status: 200, body });
    expect(
      await rows(
        "SELECT actor_kind, actor_id, actor_name FROM audit_log WHERE client_id = ?",
        house.clientId,
      ),
    ).toEqual([{ actor_kind: "key", actor_id: key.id, actor_name: "Robot" }]);
    expect((await call("GET", "/api/me", { key })).body).toMatchObject({
      kind: "key",
      id: key.id,
      grants: [{ agency_id: house.agencyId, role: null, client_ids: [house.clientId] }],
    });
  });

  it("does what its key's permissions say: 403 beyond them, 404 beyond its client", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const key = await newKey(house, ["leads:read"]);
    expect(await call("GET", "/api/clients", { key })).toMatchObject({
      status: 403,
      body: {
        title: "You are not permitted to do this",
        detail: expect.stringContaining("This key lacks it."),
      },
    });
    const reader = await newKey(house, ["config:read"]);
    expect((await call("GET", `/api/clients/${other.clientId}`, { key: reader })).status).toBe(404);
    expect((await call("PATCH", `/api/clients/${house.clientId}`, { key: reader, body: {} })).status).toBe(
      403,
    );
  });

  it("of an agency's key reaches its clients, those to come too, and no other agency's", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const key = await newKey(house, ["config:read"], { client_id: null });
    const body = { agency_id: house.agencyId, name: "Later" };
    const later = await call("POST", "/api/clients", { as: house.owner, body });
    const { items } = (await call("GET", "/api/clients", { key })).body;
    expect(new Set(items.map(({ id }: { id: string }) => id))).toEqual(
      new Set([house.clientId, later.body.id]),
    );
    expect((await call("GET", `/api/clients/${other.clientId}`, { key })).status).toBe(404);
  });

  it("is given nothing that no key can have, whatever its row says", async () => {
    const house = await newHouse({ installation: true });
    const key = await newKey(house, ["agency:manage", "keys:manage", "installation:manage"], {
      client_id: null,
    });
    const body = { agency_id: house.agencyId, name: "x" };
    expect((await call("POST", "/api/clients", { key, body })).status).toBe(403);
    expect((await call("GET", "/api/access-keys", { key })).status).toBe(403);
  });

  it("costs two D1 calls before its handler, and marks the key as used once an hour", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    const { bill, databases } = meteredD1();
    let at = Date.now();
    const metered = testApi({ ...databases, now: () => at });
    const usedAt = async () =>
      (await rows<{ last_used_at: number }>("SELECT last_used_at FROM access_keys WHERE id = ?", key.id))[0]
        ?.last_used_at;
    const first = at;
    expect((await metered.call("GET", "/api/destination-kinds", { key })).status).toBe(200);
    expect(bill).toEqual({ calls: 2, read: expect.any(Number), written: 3 });
    expect(await usedAt()).toBe(first);
    at += hour - 1;
    await metered.call("GET", "/api/destination-kinds", { key });
    expect(bill).toMatchObject({ calls: 4, written: 5 });
    expect(await usedAt()).toBe(first);
    at += 1;
    await metered.call("GET", "/api/destination-kinds", { key });
    expect(await usedAt()).toBe(at);
    expect(bill.read).toBeLessThanOrEqual(3 * 6);
  });

  it("leaves the key's version alone, so that nobody's edit is disturbed", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    await call("GET", "/api/me", { key });
    expect(await rows("SELECT updated_at FROM access_keys WHERE id = ?", key.id)).toEqual([
      { updated_at: 0 },
    ]);
  });
});

describe("a key that reads leads", () => {
  it("sees contact details masked and searches none of them, unless it may read contacts too", async () => {
    const house = await newHouse();
    await submitForm(house);
    const masked = await newKey(house, ["leads:read"]);
    const open = await newKey(house, ["leads:read", "contacts:read"]);
    const seen = await call("GET", "/api/leads", { key: masked });
    expect(seen).toMatchObject({
      status: 200,
      body: { items: [{ masked: true }] },
    });
    expectNothingOfAnna(seen.body);
    expect((await call("GET", "/api/leads", { key: open })).body.items).toMatchObject([
      { masked: false, contact_email: anna.email },
    ]);
    const search = `/api/leads?email=${encodeURIComponent(anna.email)}`;
    expect((await call("GET", search, { key: masked })).status).toBe(403);
    expect((await call("GET", search, { key: open })).body.items).toHaveLength(1);
  });
});

describe("a key", () => {
  it("that expired or was revoked is refused by name", async () => {
    const house = await newHouse();
    const expired = await newKey(house, ["config:read"], { expires_at: Date.now() });
    const revoked = await newKey(house, ["config:read"], { revoked_at: 1, expires_at: 1 });
    expect(await call("GET", "/api/me", { key: expired })).toMatchObject(problem("key-expired"));
    expect(await call("GET", "/api/me", { key: revoked })).toMatchObject(problem("key-revoked"));
  });

  it("works to the last millisecond before its end", async () => {
    const house = await newHouse();
    const at = Date.now();
    const key = await newKey(house, ["config:read"], { expires_at: at });
    expect((await testApi({ now: () => at - 1 }).call("GET", "/api/me", { key })).status).toBe(200);
    expect(await testApi({ now: () => at }).call("GET", "/api/me", { key })).toMatchObject(
      problem("key-expired"),
    );
  });

  it("of an agency that is gone is unknown", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    await env.DB.prepare("UPDATE agencies SET deleted_at = 1 WHERE id = ?").bind(house.agencyId).run();
    expect(await call("GET", "/api/me", { key })).toMatchObject(problem("key-unknown"));
  });
});

describe("a cookie beside a signature", () => {
  it("counts for nothing, whichever header there is and whatever is wrong with it", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    const forged = { ...key, secret: `lrs_${"x".repeat(43)}` };
    expect(await call("GET", "/api/me", { as: house.owner, key: forged })).toMatchObject(
      problem("signature-mismatch"),
    );
    for (const name of ["key", "timestamp", "nonce", "signature"])
      for (const path of ["/api/me", "/api/openapi.json", "/api/nowhere"])
        expect(
          await call("GET", path, { as: house.owner, headers: { [`x-leadrelay-${name}`]: "" } }),
          `${name} ${path}`,
        ).toMatchObject(problem("signature-header-missing"));
  });

  it("does not lend the operator's permissions to a good signature", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["leads:read"]);
    expect((await call("GET", "/api/clients", { as: house.owner, key })).status).toBe(403);
    expect((await call("GET", "/api/me", { as: house.owner, key })).body.kind).toBe("key");
  });

  it("signs nobody out", async () => {
    const browser = await signedIn(await newPerson());
    const key = await newKey(await newHouse(), ["config:read"]);
    const request = { method: "POST", url: "https://relay.example/api/auth/sign-out", body: "{}" };
    const good = await signedHeaders(key, Date.now(), request);
    expect((await browser.post("/api/auth/sign-out", "{}", good)).status).toBe(403);
    const bad = { ...good, "X-LeadRelay-Nonce": crypto.randomUUID() };
    expect((await browser.post("/api/auth/sign-out", "{}", bad)).status).toBe(401);
    expect((await browser.get("/api/me")).status).toBe(200);
  });
});

const ask = (request: Request) => handleFetch(request, dependenciesOf(env), createExecutionContext());

describe("off the wire", () => {
  const send = async (method: string, path: string, body: string, signedBody = body) => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    const url = `https://relay.example${path}`;
    const headers = new Headers(await signedHeaders(key, Date.now(), { method, url, body: signedBody }));
    const response = await ask(rawRequest({ method, url, body, headers }));
    return { status: response.status, body: await response.json() };
  };

  it("a read whose body was not signed is refused", async () => {
    expect(await send("GET", "/api/me", "{}", "")).toMatchObject(problem("signature-mismatch"));
    expect((await send("GET", "/api/me", "{}")).status).toBe(200);
  });

  it("an address counts as it was sent, not as it would be written anew", async () => {
    expect((await send("GET", "/api/me?a=%7e&&b=%6D+", "")).status).toBe(200);
  });
});

it("a read with a body of unknown length is refused, and is no fault of ours", async () => {
  const request = rawRequest({
    method: "GET",
    url: "https://relay.example/api/me",
    body: "{}",
    headers: new Headers(),
  });
  request.headers.delete("content-length");
  expect((await ask(request)).status).toBe(400);
});
