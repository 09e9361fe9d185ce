import { applyD1Migrations, env } from "cloudflare:test";
import type { CallbackSnapshot } from "@leadrelay/contracts/callback-snapshots";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { hashOfSecret, keyOfSecret } from "@leadrelay/signing/callbacks/callback-secret";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

it("a client has no callbacks until it is given a secret, which is shown once and kept as its hash", async () => {
  const house = await newHouse();
  const path = `/api/clients/${house.clientId}/callbacks`;
  const none = {
    client_id: house.clientId,
    callback_key: null,
    previous_secret_until: null,
    addresses: null,
  };
  expect(await call("GET", path, { as: house.admin })).toMatchObject({ status: 200, body: none });
  const made = await call("POST", path, { as: house.admin, body: {} });
  expect(made).toMatchObject({ status: 200, body: { previous_secret_until: null } });
  const { secret, callback_key, addresses } = made.body;
  expect(keyOfSecret(secret)).toBe(callback_key);
  expect(addresses.outcome).toMatch(new RegExp(`/callbacks/crm/${callback_key}/outcome$`));
  const shown = await call("GET", path, { as: house.admin });
  expect(shown.body).toEqual({
    client_id: house.clientId,
    callback_key,
    previous_secret_until: null,
    addresses,
  });
  const kept = await rows("SELECT * FROM client_callbacks WHERE client_id = ?", house.clientId);
  expect(kept).toMatchObject([{ secret_hash: await hashOfSecret(secret), previous_hash: null }]);
  expect(
    JSON.stringify(await rows("SELECT * FROM audit_log WHERE client_id = ?", house.clientId)),
  ).not.toContain(secret);
});

it("a rotation keeps the key, and the secret before for the overlap, or not at all; the edge is told", async () => {
  const house = await newHouse();
  const path = `/api/clients/${house.clientId}/callbacks`;
  const [first, second, third] = [
    await call("POST", path, { as: house.admin, body: {} }),
    await call("POST", path, { as: house.admin, body: { overlap_seconds: 60 } }),
    await call("POST", path, { as: house.admin, body: { overlap_seconds: 0 } }),
  ].map(({ body }) => body);
  expect([second.callback_key, third.callback_key]).toEqual([first.callback_key, first.callback_key]);
  expect(second.previous_secret_until).toBeGreaterThan(0);
  expect(third.previous_secret_until).toBeNull();
  const [row] = await rows(
    "SELECT secret_hash, previous_hash FROM client_callbacks WHERE client_id = ?",
    house.clientId,
  );
  expect(row).toEqual({ secret_hash: await hashOfSecret(third.secret), previous_hash: null });
  const edge = await env.KV.get<CallbackSnapshot>(kvKeys.callbacks(first.callback_key), "json");
  expect(edge).toEqual({
    v: 1,
    client_id: house.clientId,
    secrets: [
      { hash: await hashOfSecret(third.secret), until: null },
      { hash: expect.any(String), until: null },
      { hash: expect.any(String), until: null },
    ],
  });
});

it("an edge that still has the snapshot of before knows the secrets of the next two rotations, and each while it overlaps", async () => {
  const house = await newHouse();
  const path = `/api/clients/${house.clientId}/callbacks`;
  const rotate = async () => (await call("POST", path, { as: house.admin, body: {} })).body;
  const edge = async (key: string) => {
    const snapshot = await env.KV.get<CallbackSnapshot>(kvKeys.callbacks(key), "json");
    return snapshot?.secrets ?? [];
  };
  const first = await rotate();
  const before = (await edge(first.callback_key)).map(({ hash }) => hash);
  const [second, third] = [await rotate(), await rotate()];
  const hashes = await Promise.all([first, second, third].map(({ secret }) => hashOfSecret(secret)));
  expect(before).toEqual(hashes);
  const [last, , , previous] = await edge(first.callback_key);
  expect([last?.hash, previous?.hash]).toEqual([hashes[2], hashes[1]]);
  expect(previous?.until).toBeGreaterThan(0);
});

it("who may not change a client makes no secret, and another tenant's client is none", async () => {
  const [house, other] = await Promise.all([newHouse(), newHouse()]);
  const path = `/api/clients/${house.clientId}/callbacks`;
  expect((await call("POST", path, { as: house.viewer, body: {} })).status).toBe(403);
  expect((await call("POST", path, { as: other.owner, body: {} })).status).toBe(404);
  expect((await call("GET", path, { as: other.owner })).status).toBe(404);
});
