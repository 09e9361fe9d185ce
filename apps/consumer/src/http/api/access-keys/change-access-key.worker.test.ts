import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { auditOf, keyDesk } from "../../../../test/api/key-desk.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call, clock, create, rotate, tries } = keyDesk();

describe("a change", () => {
  it("of permissions holds from the next request on", async () => {
    const house = await newHouse();
    const key = (await create(house)).body;
    const path = `/api/access-keys/${key.id}`;
    const { headers } = await call("GET", path, { as: house.owner });
    const ifMatch = { "if-match": headers.get("etag") ?? "" };
    expect((await call("GET", "/api/clients", { key })).status).toBe(200);
    const body = { permissions: ["audit:read"], name: "Auditor" };
    const changed = await call("PATCH", path, { as: house.owner, body, headers: ifMatch });
    expect(changed).toMatchObject({ status: 200, body });
    expect((await call("GET", "/api/clients", { key })).status).toBe(403);
    expect((await call("PATCH", path, { as: house.owner, body, headers: ifMatch })).status).toBe(412);
    expect((await call("PATCH", path, { as: house.owner, body })).status).toBe(428);
    const before = { permissions: key.permissions, name: key.name };
    expect((await auditOf(key.id)).at(-1)).toEqual(["access_key.changed", { ...body, before }]);
  });

  it("of its end holds from the next request on, and wakes none that ran out", async () => {
    const house = await newHouse();
    const key = (await create(house)).body;
    const change = (expires_at: number | null) =>
      call("PATCH", `/api/access-keys/${key.id}`, {
        as: house.owner,
        body: { expires_at },
        headers: { "if-match": "*" },
      });
    expect((await change(clock.at - 1)).status).toBe(422);
    expect((await change(clock.at + 60_000)).body.expires_at).toBe(clock.at + 60_000);
    expect(await tries(key)).toBe("works");
    expect((await change(clock.at + 120_000)).status).toBe(200);
    expect((await change(null)).body.expires_at).toBeNull();
    await change(clock.at + 60_000);
    clock.at += 61_000;
    expect(await tries(key)).toBe("key-expired");
    expect((await change(null)).status).toBe(409);
    expect(await tries(key)).toBe("key-expired");
  });
});

describe("a revocation", () => {
  it("ends a key at once, with both secrets of a rotation, and for good", async () => {
    const house = await newHouse();
    const old = (await create(house)).body;
    const path = `/api/access-keys/${old.id}`;
    const rotated = await rotate(house, old.id, 3600);
    const revoked = await call("DELETE", path, { as: house.admin });
    expect(revoked).toMatchObject({ status: 200, body: { revoked_at: clock.at, previous_expires_at: null } });
    expect([await tries(old), await tries(rotated.body)]).toEqual(["key-revoked", "key-revoked"]);
    clock.at += 1000;
    expect(await call("DELETE", path, { as: house.owner })).toMatchObject({
      status: 200,
      body: revoked.body,
    });
    expect((await auditOf(old.id)).map(([action]) => action)).toEqual([
      "access_key.created",
      "access_key.rotated",
      "access_key.revoked",
    ]);
    const given = { as: house.owner, headers: { "if-match": "*" } };
    expect((await call("PATCH", path, { ...given, body: { name: "Back" } })).status).toBe(409);
    expect((await call("POST", `${path}/rotate`, { ...given, body: { overlap_seconds: 0 } })).status).toBe(
      409,
    );
  });

  it("by several at once is done once, and stands once in the audit log", async () => {
    const house = await newHouse();
    const { id } = await newKey(house, ["config:read"]);
    const revoke = () => call("DELETE", `/api/access-keys/${id}`, { as: house.owner });
    const answers = await Promise.all([revoke(), revoke(), revoke()]);
    for (const { status, body } of answers)
      expect({ status, at: body.revoked_at }).toEqual({ status: 200, at: clock.at });
    expect((await auditOf(id)).map(([action]) => action)).toEqual(["access_key.revoked"]);
  });

  it("is done by those who manage keys there, and nobody else", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    const { id } = await newKey(house, ["config:read"]);
    const whole = await newKey(house, ["config:read"], { client_id: null });
    expect((await call("DELETE", `/api/access-keys/${id}`, { as: other.owner })).status).toBe(404);
    expect((await call("DELETE", `/api/access-keys/${id}`, { as: house.agent })).status).toBe(403);
    expect((await call("DELETE", `/api/access-keys/${whole.id}`, { as: house.admin })).status).toBe(404);
    expect((await call("DELETE", `/api/access-keys/${id}`, { as: house.admin })).status).toBe(200);
    expect((await call("DELETE", `/api/access-keys/${whole.id}`, { as: house.owner })).status).toBe(200);
  });
});
