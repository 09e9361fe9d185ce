import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { auditOf, keyDesk } from "../../../../test/api/key-desk.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call, clock, create, rotate, tries } = keyDesk();
const day = 24 * 3_600_000;

describe("a rotation", () => {
  it("lets both secrets work during the overlap, and the old one no longer", async () => {
    const house = await newHouse();
    const old = (await create(house)).body;
    const rotated = await rotate(house, old.id, 3600);
    expect(rotated).toMatchObject({
      status: 200,
      body: { id: old.id, previous_expires_at: clock.at + 3_600_000 },
    });
    expect(rotated.body.secret).not.toBe(old.secret);
    expect([await tries(old), await tries(rotated.body)]).toEqual(["works", "works"]);
    clock.at += 3_600_000 - 1;
    expect([await tries(old), await tries(rotated.body)]).toEqual(["works", "works"]);
    clock.at += 1;
    expect([await tries(old), await tries(rotated.body)]).toEqual(["signature-mismatch", "works"]);
    expect(await auditOf(old.id)).toEqual([
      ["access_key.created", expect.anything()],
      ["access_key.rotated", { previous_expires_at: clock.at, expires_at: null }],
    ]);
  });

  it("tells whoever signs with the ended secret since when it does not work, and nobody else", async () => {
    const house = await newHouse();
    const old = (await create(house)).body;
    await rotate(house, old.id, 60);
    clock.at += 60_000;
    const refusedWith = async (secret: string) =>
      (await call("GET", "/api/clients", { key: { id: old.id, secret } })).body.detail;
    expect(await refusedWith(old.secret)).toContain(`worked until ${new Date(clock.at).toISOString()}`);
    const stranger = (await create(house)).body;
    expect(await refusedWith(stranger.secret)).toMatch(/^Compare secret/);
  });

  it("without an overlap ends every secret before it at once", async () => {
    const house = await newHouse();
    const first = (await create(house)).body;
    const second = (await rotate(house, first.id, 3600)).body;
    const third = (await rotate(house, first.id, 0)).body;
    expect([await tries(first), await tries(second), await tries(third)]).toEqual([
      "signature-mismatch",
      "signature-mismatch",
      "works",
    ]);
    expect(third.previous_expires_at).toBeNull();
  });

  it("during another one's overlap is refused, because machines may still hold the oldest secret", async () => {
    const house = await newHouse();
    const first = (await create(house)).body;
    const second = (await rotate(house, first.id, 60)).body;
    expect((await rotate(house, first.id, 60)).status).toBe(409);
    expect([await tries(first), await tries(second)]).toEqual(["works", "works"]);
    clock.at += 60_000;
    expect((await rotate(house, first.id, 60)).status).toBe(200);
    expect([await tries(first), await tries(second)]).toEqual(["signature-mismatch", "works"]);
  });

  it("asked for by two at once happens once", async () => {
    const house = await newHouse();
    const old = (await create(house)).body;
    const answers = await Promise.all([1, 2, 3].map(() => rotate(house, old.id, 60)));
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409", "409"]);
    const won = answers.find(({ status }) => status === 200);
    expect([await tries(old), await tries(won?.body)]).toEqual(["works", "works"]);
  });

  it("gives an expired key a new end, and does not wake up its old secret", async () => {
    const house = await newHouse();
    const old = (await create(house, { expires_at: clock.at + day })).body;
    clock.at += day;
    expect(await tries(old)).toBe("key-expired");
    expect((await rotate(house, old.id, 60)).status).toBe(409);
    const renewed = await rotate(house, old.id, 60, { expires_at: clock.at + day });
    expect(renewed).toMatchObject({
      status: 200,
      body: { expires_at: clock.at + day, previous_expires_at: null },
    });
    expect([await tries(old), await tries(renewed.body)]).toEqual(["signature-mismatch", "works"]);
    clock.at += day;
    expect(await tries(renewed.body)).toBe("key-expired");
  });

  it.each([-1, 0.5, 30 * 24 * 3600 + 1, "60", undefined])(
    "with an overlap of %s is refused",
    async (overlap) => {
      const house = await newHouse();
      const { id } = await newKey(house, ["config:read"]);
      expect((await rotate(house, id, overlap)).status).toBe(422);
    },
  );

  it("seals nothing where it could be read, and nothing where it would not open", async () => {
    const house = await newHouse();
    const old = (await create(house)).body;
    const { body } = await rotate(house, old.id, 60);
    const stored = JSON.stringify(await rows("SELECT * FROM access_keys WHERE id = ?", old.id));
    for (const secret of [old.secret, body.secret]) expect(stored).not.toContain(secret);
    await env.DB.prepare(
      "UPDATE access_keys SET sealed_secret = sealed_previous_secret, sealed_previous_secret = NULL WHERE id = ?",
    )
      .bind(old.id)
      .run();
    expect((await call("GET", "/api/me", { key: old })).status).toBe(500);
  });
});
