import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { auditOf, keyDesk } from "../../../../test/api/key-desk.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call, create, tries } = keyDesk();

describe("a new key", () => {
  it("works, and its secret is shown once, with the lines a machine needs", async () => {
    const house = await newHouse();
    const { status, body, headers } = await create(house, { permissions: ["config:write", "config:read"] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^lrk_[\w-]{20}$/),
      agency_id: house.agencyId,
      client_id: house.clientId,
      name: "CRM",
      permissions: ["config:read", "config:write"],
      created_by: house.owner,
      expires_at: null,
      revoked_at: null,
      secret: expect.stringMatching(/^lrs_[\w-]{43}$/),
    });
    expect(body.environment).toBe(
      `LEADRELAY_URL=https://relay.example\nLEADRELAY_KEY_ID=${body.id}\nLEADRELAY_KEY_SECRET=${body.secret}\n`,
    );
    expect(headers.get("location")).toBe(`/api/access-keys/${body.id}`);
    expect(await tries(body)).toBe("works");
    const shown = [
      await call("GET", `/api/access-keys/${body.id}`, { as: house.owner }),
      await call("GET", "/api/access-keys", { as: house.owner }),
    ];
    for (const answer of shown) {
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/lrs_|secret"|sealed/);
    }
  });

  it("leaves no secret in any row, neither its own nor the audit log's nor the remembered answer's", async () => {
    const house = await newHouse();
    const request = {
      as: house.owner,
      body: { client_id: house.clientId, name: "CRM", permissions: ["config:read"] },
      headers: { "idempotency-key": crypto.randomUUID() },
    };
    const { body } = await call("POST", "/api/access-keys", request);
    const stored = await Promise.all(
      ["access_keys", "audit_log", "idempotent_requests"].map((table) => rows(`SELECT * FROM ${table}`)),
    );
    expect(JSON.stringify(stored)).toContain(body.id);
    expect(JSON.stringify(stored)).not.toContain(body.secret);
    expect(await auditOf(body.id)).toEqual([
      ["access_key.created", { name: "CRM", permissions: ["config:read"], expires_at: null }],
    ]);
    const again = await call("POST", "/api/access-keys", request);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.body).toEqual(body);
    expect(await rows("SELECT id FROM access_keys WHERE agency_id = ?", house.agencyId)).toHaveLength(1);
  });

  it("is for one client by its admin or owner, for the whole agency by an owner only", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    expect((await create(house, {}, house.admin)).status).toBe(201);
    const whole = { client_id: undefined, agency_id: house.agencyId };
    expect(await create(house, whole)).toMatchObject({ status: 201, body: { client_id: null } });
    const [own, foreign] = await Promise.all(
      [house, other].map(({ agencyId }) => create(house, { ...whole, agency_id: agencyId }, house.admin)),
    );
    expect(own).toMatchObject({ status: 404, body: { detail: expect.stringContaining("client_id") } });
    expect(foreign).toMatchObject({ status: 404, body: { detail: own?.body.detail } });
    expect((await create(house, { client_id: other.clientId })).status).toBe(404);
    expect((await create(house, { client_id: undefined, agency_id: other.agencyId })).status).toBe(404);
    expect((await create(house, { agency_id: other.agencyId })).status).toBe(404);
    for (const as of [house.agent, house.viewer]) expect((await create(house, {}, as)).status).toBe(403);
    expect((await create(house, { client_id: undefined })).status).toBe(422);
  });

  it("is not made for a deleted client", async () => {
    const house = await newHouse();
    await env.DB.prepare("UPDATE clients SET deleted_at = 1 WHERE id = ?").bind(house.clientId).run();
    expect((await create(house)).status).toBe(409);
  });

  it.each([
    ["no permission", { permissions: [] }],
    ["a permission no key can have", { permissions: ["keys:manage"] }],
    ["a permission nobody knows", { permissions: ["leads:fly"] }],
    ["an end in the past", { expires_at: 1 }],
    ["an end that is no number", { expires_at: "tomorrow" }],
    ["an empty name", { name: " " }],
    ["a secret of one's own", { secret: `lrs_${"a".repeat(43)}` }],
  ])("with %s is refused", async (_what, given) => {
    const house = await newHouse();
    expect((await create(house, given)).status).toBe(422);
    expect(await rows("SELECT id FROM access_keys WHERE agency_id = ?", house.agencyId)).toEqual([]);
  });
});
