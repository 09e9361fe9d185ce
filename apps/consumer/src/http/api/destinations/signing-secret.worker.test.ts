import { webhookSecretBytes } from "@leadrelay/signing/webhooks/webhook-secret";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse, makeUrl } from "../../../../test/api/destinations.ts";
import { auditOf } from "../../../../test/api/key-desk.ts";
import type { House } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const url = "https://crm.example/hooks/0123456789abcdef0123";
const own = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const day = 24 * 3600;

/** The API at a clock that a test moves, before a receiver that keeps what its requests say. */
function desk() {
  const clock = { at: Date.now() };
  const received: Headers[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    received.push(new Headers(init?.headers));
    return new Response(null, { status: 204 });
  };
  const { call } = testApi({ now: () => clock.at, sending: { fetch, timeoutMs: 1000 } });
  return {
    clock,
    call,
    add: (house: House, settings: object = { url }) =>
      createDestination(house, { kind: "webhook", settings }),
    change: (house: House, id: string, settings: object) =>
      call("PATCH", `/api/destinations/${id}`, { as: house.admin, body: { settings }, headers: anyVersion }),
    rotate: (house: House, id: string, overlap_seconds?: number) =>
      call("POST", `/api/destinations/${id}/secret`, { as: house.admin, body: { overlap_seconds } }),
    /** How many signatures a request has that is sent now. */
    signatures: async (house: House, id: string): Promise<number> => {
      await call("POST", `/api/destinations/${id}/test`, { as: house.admin });
      return received.at(-1)?.get("webhook-signature")?.split(" ").length ?? 0;
    },
  };
}
const { call, clock, add, change, rotate, signatures } = desk();

describe("a signing secret that nobody gave", () => {
  it("is made and shown once, and no list, entry or remembered answer has it", async () => {
    const house = await emptyHouse();
    const headers = { "idempotency-key": crypto.randomUUID() };
    const body = { client_id: house.clientId, name: "CRM", kind: "webhook", settings: { url } };
    const asked = { as: house.admin, body, headers };
    const { body: made } = await call("POST", "/api/destinations", asked);
    expect(webhookSecretBytes(made.secret)).toHaveLength(32);
    expect(made.settings).toMatchObject({
      has_secret: true,
      has_previous_secret: false,
      signature: "standard",
    });
    expect((await call("POST", "/api/destinations", asked)).body.secret).toBe(made.secret);
    const path = `/api/destinations/${made.id}`;
    const shown = [
      await call("GET", path, { as: house.admin }),
      await call("GET", "/api/destinations", { as: house.admin }),
      await change(house, made.id, { send_attribution: true }),
      await rows("SELECT * FROM audit_log"),
      await rows("SELECT * FROM idempotent_requests"),
      await rows("SELECT * FROM destinations"),
    ];
    expect(JSON.stringify(shown)).not.toContain(made.secret.slice(6));
  });

  it("is another one each time", async () => {
    const house = await emptyHouse();
    const [one, other] = [await add(house), await add(house)];
    expect(one.body.secret).not.toBe(other.body.secret);
  });

  it("is made for an HMAC of the body, too, and for nothing that is not signed", async () => {
    const house = await emptyHouse();
    expect((await add(house, { url, signature: "body_hmac" })).body.secret).toMatch(/^whsec_/);
    const unsigned = await add(house, { url, signature: "none" });
    expect(unsigned).toMatchObject({ status: 201, body: { settings: { has_secret: false } } });
    expect(unsigned.body.secret).toBeUndefined();
    const signed = await change(house, unsigned.body.id, { signature: "standard" });
    expect(webhookSecretBytes(signed.body.secret)).toHaveLength(32);
  });

  it("is not made where one was given", async () => {
    const house = await emptyHouse();
    const given = await add(house, { url, secret: own });
    expect(given).toMatchObject({ status: 201, body: { settings: { has_secret: true } } });
    expect(given.body.secret).toBeUndefined();
  });

  it.each([
    ["an address that is none", { url: "crm" }, "settings.url"],
    ["a scheme that there is not", { url, signature: "md5" }, "settings.signature"],
    ["a secret that is too short", { url, secret: "whsec_c2hvcnQ=" }, "settings.secret"],
  ])("hides nothing that is wrong besides: %s", async (_what, settings, field) => {
    const { status, body } = await add(await emptyHouse(), settings);
    expect({ status, fields: body.errors.map((one: { field: string }) => one.field) }).toEqual({
      status: 422,
      fields: [field],
    });
  });

  it("is made for another host, to which the one before does not follow by itself", async () => {
    const house = await emptyHouse();
    const { id, secret } = (await add(house)).body;
    await rotate(house, id);
    const elsewhere = { url: "https://other.example/hooks/0123456789abcdef" };
    expect(await change(house, id, elsewhere)).toMatchObject({ status: 422 });
    const moved = await change(house, id, { ...elsewhere, secret: null });
    expect(moved).toMatchObject({ status: 200, body: { settings: { has_previous_secret: false } } });
    expect(moved.body.secret).not.toBe(secret);
    expect(await signatures(house, id)).toBe(1);
  });
});

describe("a rotation", () => {
  it("has both secrets sign until the overlap is over, by the time of the try", async () => {
    const house = await emptyHouse();
    const { id, secret } = (await add(house)).body;
    expect(await signatures(house, id)).toBe(1);
    const rotated = await rotate(house, id, 3600);
    const until = clock.at + 3_600_000;
    expect(rotated).toMatchObject({
      status: 200,
      body: {
        id,
        previous_secret_until: until,
        settings: { has_previous_secret: true, previous_until: new Date(until).toISOString() },
      },
    });
    expect(webhookSecretBytes(rotated.body.secret)).toHaveLength(32);
    expect(rotated.body.secret).not.toBe(secret);
    expect(await signatures(house, id)).toBe(2);
    clock.at = until - 1;
    expect(await signatures(house, id)).toBe(2);
    clock.at = until;
    expect(await signatures(house, id)).toBe(1);
    expect(await auditOf(id)).toContainEqual([
      "destination.secret_rotated",
      { previous_secret_until: until },
    ]);
  });

  it("is a day's, unless said", async () => {
    const house = await emptyHouse();
    const { id } = (await add(house)).body;
    expect((await rotate(house, id)).body.previous_secret_until).toBe(clock.at + day * 1000);
  });

  it("during another one's overlap is refused, and ends both without one", async () => {
    const house = await emptyHouse();
    const { id } = (await add(house)).body;
    await rotate(house, id, 60);
    const refused = await rotate(house, id, 60);
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.body.detail).toContain("`--overlap 0`");
    expect((await rotate(house, id, 0)).body.previous_secret_until).toBeNull();
    expect(await signatures(house, id)).toBe(1);
    await rotate(house, id, 60);
    clock.at += 60_000;
    expect(await rotate(house, id, 60)).toMatchObject({ status: 200 });
  });

  it("ends where a secret is given anew", async () => {
    const house = await emptyHouse();
    const { id } = (await add(house)).body;
    await rotate(house, id);
    const given = await change(house, id, { secret: own });
    expect(given.body.settings).toMatchObject({ has_secret: true, has_previous_secret: false });
    expect(await signatures(house, id)).toBe(1);
  });

  it.each([
    ["of another kind", { kind: "make", settings: { url: makeUrl } }, "signs nothing"],
    [
      "that is not signed for",
      { kind: "webhook", settings: { url, signature: "none" } },
      "--set signature=standard",
    ],
  ])("of a destination %s is refused in words", async (_what, body, said) => {
    const house = await emptyHouse();
    const { id } = (await createDestination(house, body)).body;
    const refused = await rotate(house, id);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain(said);
  });

  it("of settings that no key opens says what to do", async () => {
    const house = await emptyHouse();
    const { id } = (await add(house)).body;
    await env.DB.prepare("UPDATE destinations SET sealed_settings = 'x' WHERE id = ?").bind(id).run();
    const refused = await rotate(house, id);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain(`leadrelay destination change ${id} --stdin`);
  });

  it("is for those who may change what is set up, and nobody else's", async () => {
    const [house, other] = [await emptyHouse(), await emptyHouse()];
    const { id } = (await add(house)).body;
    const ask = (as: string) => call("POST", `/api/destinations/${id}/secret`, { as, body: {} });
    expect((await ask(house.viewer)).status).toBe(403);
    expect((await ask(other.admin)).status).toBe(404);
    expect((await rotate(house, id, -1)).status).toBe(422);
    expect((await rotate(house, id, 31 * day)).status).toBe(422);
  });
});
