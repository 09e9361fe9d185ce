import { attemptWindowMs } from "@leadrelay/admin-api/sign-in/attempt-limits";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newAddress, newApi, newBrowser, newPerson, signIn } from "../../../../test/api/browser.ts";
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

  it("are five a minute for one e-mail address, from wherever they come", async () => {
    const person = await newPerson();
    const wrong = { ...person, password: "wrong horse battery" };
    const variants = [person.email, person.email.toUpperCase(), ` ${person.email}`];
    const answers: number[] = [];
    for (let tries = 0; tries < 5; tries += 1)
      answers.push((await signIn(newBrowser(), { ...wrong, email: variants[tries % 3] ?? "" })).status);
    expect(answers).not.toContain(429);
    const refused = await signIn(newBrowser(), person);
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
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

it("what was typed as an e-mail address is not kept", async () => {
  const person = anybody();
  await signIn(newBrowser(), person);
  const kept = await rows<{ key: string }>("SELECT key FROM rate_limits");
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain(person.email);
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
  expect(seen).toEqual([10, 0]);
});

it("asking who is signed in is not limited", async () => {
  const browser = newBrowser();
  expect(await statuses(80, () => browser.get("/api/auth/get-session"))).toEqual(times(80, 200));
  expect(await rows("SELECT id FROM rate_limits")).toEqual([]);
});
