import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const problem = (type: string) => ({ status: 401, body: { type: `https://leadrelay.dev/problems/${type}` } });

describe("a nonce", () => {
  it("is good once, with the same body and with another", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read", "config:write"]);
    const nonce = crypto.randomUUID();
    const path = `/api/clients/${house.clientId}`;
    const change = (name: string) =>
      call("PATCH", path, { key, nonce, body: { name }, headers: { "if-match": "*" } });
    expect((await change("First")).status).toBe(200);
    expect(await change("First")).toMatchObject(problem("signature-nonce-replayed"));
    expect(await change("Second")).toMatchObject(problem("signature-nonce-replayed"));
    expect(await rows("SELECT name FROM clients WHERE id = ?", house.clientId)).toEqual([{ name: "First" }]);
  });

  it("of another key is free", async () => {
    const house = await newHouse();
    const keys = [await newKey(house, ["config:read"]), await newKey(house, ["config:read"])];
    const nonce = crypto.randomUUID();
    for (const key of keys) expect((await call("GET", "/api/me", { key, nonce })).status).toBe(200);
  });

  it("used five times at once lets one request through", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    const nonce = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call("GET", "/api/me", { key, nonce })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers)
      if (status !== 200) expect({ status, body }).toMatchObject(problem("signature-nonce-replayed"));
  });

  it("is not used up by a stranger who guessed it", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    const nonce = crypto.randomUUID();
    const forged = { ...key, secret: `lrs_${"x".repeat(43)}` };
    expect(await call("GET", "/api/me", { key: forged, nonce })).toMatchObject(problem("signature-mismatch"));
    expect((await call("GET", "/api/me", { key, nonce })).status).toBe(200);
  });

  it("is remembered for as long as its request could be sent again", async () => {
    const house = await newHouse();
    const key = await newKey(house, ["config:read"]);
    const at = 1_790_000_000_999;
    await testApi({ now: () => at }).call("GET", "/api/me", { key });
    const [kept] = await rows<{ expires_at: number }>(
      "SELECT expires_at FROM request_nonces WHERE key_id = ?",
      key.id,
    );
    expect(kept?.expires_at).toBe(1_790_000_301_000);
  });

  it("is new in a retry, whose Idempotency-Key is the key's own", async () => {
    const house = await newHouse();
    const [key, another] = [
      await newKey(house, ["config:read", "config:write"]),
      await newKey(house, ["config:read", "config:write"]),
    ];
    const path = `/api/clients/${house.clientId}`;
    const headers = { "if-match": "*", "idempotency-key": "retry-1" };
    const change = (by: typeof key) => call("PATCH", path, { key: by, body: { name: "Once" }, headers });
    await change(key);
    expect((await change(key)).headers.get("idempotent-replayed")).toBe("true");
    expect((await change(another)).headers.get("idempotent-replayed")).toBeNull();
  });
});
