import { attemptWindowMs } from "@leadrelay/admin-api/sign-in/attempt-limits";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  newAddress,
  newApi,
  newBrowser,
  newPerson,
  signIn,
  type Person,
} from "../../../../test/api/browser.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM rate_limits").run());

/** Counted as any other, and refused before the password is hashed, so that many of them take no time. */
const anybody = () => ({ email: crypto.randomUUID(), password: "wrong horse battery" });

/** What so many tries in a row are answered. */
async function statuses(count: number, attempt: () => Promise<{ status: number }>): Promise<number[]> {
  const answers: number[] = [];
  for (let tries = 0; tries < count; tries += 1) answers.push((await attempt()).status);
  return answers;
}

const times = (count: number, status: number) => Array.from({ length: count }, () => status);

describe("tries to sign in", () => {
  it("are ten a minute from one address, in whatever isolate they arrive", async () => {
    const address = newAddress();
    const answers = await statuses(11, () => signIn(newBrowser({ api: newApi(), address }), anybody()));
    expect(answers).toEqual([...times(10, 422), 429]);
    const refused = await signIn(newBrowser({ address }), await newPerson());
    expect(refused).toMatchObject({
      status: 429,
      body: { type: "https://leadrelay.dev/problems/too-many-requests" },
    });
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await signIn(newBrowser(), await newPerson())).status).toBe(200);
  });

  it("are counted anew a minute later", async () => {
    let now = Date.now();
    const api = newApi({ now: () => now });
    const address = newAddress();
    const attempt = () => signIn(newBrowser({ api, address }), anybody());
    expect(await statuses(11, attempt)).toEqual([...times(10, 422), 429]);
    now += attemptWindowMs - 1;
    expect(await statuses(1, attempt)).toEqual([429]);
    now += 1;
    expect(await statuses(11, attempt)).toEqual([...times(10, 422), 429]);
  });

  it("made at once are counted one by one", async () => {
    const address = newAddress();
    const answers = await Promise.all(
      Array.from({ length: 15 }, () => signIn(newBrowser({ api: newApi(), address }), anybody())),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...times(10, 422),
      ...times(5, 429),
    ]);
  });

  it("are counted by the address Cloudflare saw, not by one the caller writes", async () => {
    const address = newAddress();
    let tries = 0;
    const answers = await statuses(11, () => {
      tries += 1;
      const forged = { "x-forwarded-for": `198.51.100.${tries}`, "x-real-ip": `198.51.100.${tries}` };
      return newBrowser({ address }).post("/api/auth/sign-in/email", anybody(), forged);
    });
    expect(answers.at(-1)).toBe(429);
  });

  it("of one IPv6 network count as one address", async () => {
    let tries = 0;
    const answers = await statuses(11, () =>
      signIn(newBrowser({ address: `2001:db8:1:2::${(tries += 1)}` }), anybody()),
    );
    expect(answers.at(-1)).toBe(429);
  });
});

/** Wrong passwords for somebody, one after another, each from where it says. */
const wrongFrom = (person: Person, ...addresses: readonly string[]) =>
  addresses.reduce<Promise<number[]>>(async (before, address) => {
    const answers = await before;
    const { status } = await signIn(newBrowser({ api, address }), {
      ...person,
      password: "wrong horse battery",
    });
    return [...answers, status];
  }, Promise.resolve([]));
let now = Date.now();
const api = newApi({ now: () => now });
const elsewhere = (count: number) => Array.from({ length: count }, newAddress);
const rightFrom = async (person: Person, address: string) =>
  (await signIn(newBrowser({ api, address }), person)).status;

describe("wrong passwords for one e-mail address", () => {
  it("from one address are five a minute, however the e-mail address is spelled", async () => {
    const person = await newPerson();
    const address = newAddress();
    const spelled = [person.email, person.email.toUpperCase(), ` ${person.email}`];
    for (let tries = 0; tries < 5; tries += 1)
      await wrongFrom({ ...person, email: spelled[tries % 3] ?? "" }, address);
    const refused = await signIn(newBrowser({ api, address }), person);
    expect([refused.status, Number(refused.headers.get("retry-after")) > 10]).toEqual([429, true]);
    now += attemptWindowMs;
    expect(await rightFrom(person, address)).toBe(200);
  });

  it("from one address keep nobody out who signs in elsewhere, nor anybody else there", async () => {
    const [person, colleague] = [await newPerson(), await newPerson()];
    const address = newAddress();
    expect(await wrongFrom(person, ...Array.from({ length: 7 }, () => address))).toEqual([
      ...times(5, 401),
      ...times(2, 429),
    ]);
    expect(await rightFrom(person, newAddress())).toBe(200);
    expect(await rightFrom(colleague, address)).toBe(200);
  });

  it("from everywhere at once are twenty, and then one every ten seconds", async () => {
    const person = await newPerson();
    expect(await wrongFrom(person, ...elsewhere(24))).toEqual([...times(20, 401), ...times(4, 429)]);
    const refused = await signIn(newBrowser({ api }), person);
    const seconds = Number(refused.headers.get("retry-after"));
    expect([refused.status, seconds > 0, seconds <= 10]).toEqual([429, true, true]);
    now += 10_000;
    expect(await wrongFrom(person, ...elsewhere(3))).toEqual([401, 429, 429]);
    now += 60_000;
    expect(await wrongFrom(person, ...elsewhere(8))).toEqual([...times(6, 401), ...times(2, 429)]);
    now += 10_000;
    expect(await rightFrom(person, newAddress())).toBe(200);
  });

  it("from everywhere at once are twenty also when they come at the same moment", async () => {
    const person = await newPerson();
    const wrong = { ...person, password: "wrong horse battery" };
    const answers = await Promise.all(
      elsewhere(26).map((address) => signIn(newBrowser({ api, address }), wrong)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
  });

  it("of one IPv6 network count as of one address", async () => {
    const person = await newPerson();
    const answers = await wrongFrom(
      person,
      ...Array.from({ length: 6 }, (_, host) => `2001:db8:7:7::${host + 1}`),
    );
    expect(answers).toEqual([...times(5, 401), 429]);
  });

  it("are all that counts: a right one takes nothing of what others may try", async () => {
    const person = await newPerson();
    for (const address of elsewhere(25)) expect(await rightFrom(person, address)).toBe(200);
    expect(await wrongFrom(person, ...elsewhere(21))).toEqual([...times(20, 401), 429]);
  });
});

describe("an address that signed in to the account before", () => {
  it.each<[string, (person: Person, address: string) => Promise<unknown>]>([
    ["wrong passwords from everywhere", (person) => wrongFrom(person, ...elsewhere(24))],
    [
      "five wrong passwords from there",
      (person, address) => wrongFrom(person, ...Array.from({ length: 5 }, () => address)),
    ],
    [
      "as many wrong passwords of others as its network may try",
      (_person, address) => statuses(12, () => signIn(newBrowser({ api, address }), anybody())),
    ],
  ])("is not kept out by %s", async (_what, attack) => {
    const person = await newPerson();
    const address = newAddress();
    expect(await rightFrom(person, address)).toBe(200);
    now += 3 * 24 * 60 * attemptWindowMs;
    await attack(person, address);
    expect(await rightFrom(person, address)).toBe(200);
  });

  it("may try ten passwords a minute, and is known by its IPv6 network", async () => {
    const person = await newPerson();
    expect(await rightFrom(person, "2001:db8:9:9::1")).toBe(200);
    const there = Array.from({ length: 11 }, (_, host) => `2001:db8:9:9::${host + 2}`);
    expect(await wrongFrom(person, ...there)).toEqual([...times(10, 401), 429]);
  });

  it("is one for that account only, and not by half a sign-in", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const address = newAddress();
    expect(await rightFrom(other, address)).toBe(200);
    await env.DB.prepare("UPDATE operators SET two_factor_enabled = 1 WHERE id = ?").bind(person.id).run();
    expect(await rightFrom(person, address)).toBe(200);
    await wrongFrom(person, ...elsewhere(20));
    expect(await rightFrom(person, address)).toBe(429);
    expect(await rows("SELECT * FROM operator_addresses WHERE operator_id = ?", person.id)).toEqual([]);
  });

  it("is kept as a hash, the newest fifty of each operator", async () => {
    const person = await newPerson();
    const addresses = elsewhere(52);
    for (const address of addresses) {
      now += 1;
      await rightFrom(person, address);
    }
    const kept = await rows<{ address_hash: string }>(
      "SELECT address_hash FROM operator_addresses WHERE operator_id = ? ORDER BY last_seen_at",
      person.id,
    );
    expect(kept).toHaveLength(50);
    for (const { address_hash } of kept) expect(address_hash).toMatch(/^[0-9a-f]{64}$/);
    await wrongFrom(person, ...elsewhere(20));
    expect(await rightFrom(person, addresses[1] ?? "")).toBe(429);
    expect(await rightFrom(person, addresses[2] ?? "")).toBe(200);
  });
});

it("neither what was typed as an e-mail address nor where it came from is kept", async () => {
  const person = anybody();
  const address = newAddress();
  await signIn(newBrowser({ address }), person);
  const kept = await rows<{ key: string }>("SELECT key FROM rate_limits");
  expect(kept).toHaveLength(3);
  for (const personal of [person.email, address]) expect(JSON.stringify(kept)).not.toContain(personal);
});

it("counters that are over go away, a few with each try", async () => {
  const later = Date.now() + attemptWindowMs;
  await env.DB.prepare(
    "INSERT INTO rate_limits (id, key, count, last_request) SELECT value, 'old-' || value, 1, ? FROM json_each(?)",
  )
    .bind(later - attemptWindowMs, JSON.stringify(Array.from({ length: 50 }, (_, index) => `${index}`)))
    .run();
  const left = async () => (await rows("SELECT id FROM rate_limits WHERE key LIKE 'old-%'")).length;
  const api = newApi({ now: () => later });
  const seen: number[] = [];
  for (let tries = 0; tries < 2; tries += 1) {
    await signIn(newBrowser({ api }), anybody());
    seen.push(await left());
  }
  expect(seen).toEqual([30, 10]);
});

it("asking who is signed in is not limited", async () => {
  const browser = newBrowser();
  expect(await statuses(80, () => browser.get("/api/auth/get-session"))).toEqual(times(80, 200));
  expect(await rows("SELECT id FROM rate_limits")).toEqual([]);
});
