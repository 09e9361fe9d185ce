import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import {
  newApi,
  newBrowser,
  newPerson,
  signedIn,
  whoAmI,
  type Browser,
} from "../../../../test/api/browser.ts";
import { recordedD1 } from "../../../../test/api/recorded-d1.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const cookieName = "__Secure-leadrelay.session_token";
const dayMs = 24 * 60 * 60 * 1000;

/** Another browser with the same cookies, in another isolate: a thief's. */
function copyOf(browser: Browser): Browser {
  const copy = newBrowser({ api: newApi() });
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  return copy;
}

const setExpiry = (operatorId: string, at: number) =>
  env.DB.prepare("UPDATE operator_sessions SET expires_at = ? WHERE operator_id = ?")
    .bind(new Date(at).toISOString(), operatorId)
    .run();

const expiryOf = async (operatorId: string) => {
  const [row] = await rows<{ expires_at: string }>(
    "SELECT expires_at FROM operator_sessions WHERE operator_id = ?",
    operatorId,
  );
  return Date.parse(row?.expires_at ?? "");
};

describe("a session", () => {
  it("is over at once when its operator signs out, whoever kept the cookie", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const thief = copyOf(browser);
    expect(await whoAmI(thief)).toBe(person.email);
    const { status } = await browser.post("/api/auth/sign-out");
    expect([status, browser.cookies.size]).toEqual([200, 0]);
    expect(await whoAmI(thief)).toBe(401);
    expect((await thief.get("/api/auth/get-session")).body).toBeNull();
  });

  it("can be ended from another one", async () => {
    const person = await newPerson();
    const [lost, here] = [await signedIn(person), await signedIn(person)];
    expect((await here.get("/api/auth/list-sessions")).body).toHaveLength(2);
    expect((await here.post("/api/auth/revoke-other-sessions")).status).toBe(200);
    expect([await whoAmI(lost), await whoAmI(here)]).toEqual([401, person.email]);
  });

  it("can be ended by its operator, and by nobody else", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const [lost, here, stranger] = [await signedIn(person), await signedIn(person), await signedIn(other)];
    const token = decodeURIComponent(lost.cookies.get(cookieName) ?? "").split(".")[0];
    await stranger.post("/api/auth/revoke-session", { token });
    expect(await whoAmI(lost)).toBe(person.email);
    await here.post("/api/auth/revoke-session", { token });
    expect([await whoAmI(lost), await whoAmI(here)]).toEqual([401, person.email]);
  });

  it("is over when its time has come, and with its operator", async () => {
    const [first, second] = [await newPerson(), await newPerson()];
    const [expired, removed] = [await signedIn(first), await signedIn(second)];
    await setExpiry(first.id, Date.now() - 1);
    await env.DB.prepare("DELETE FROM operators WHERE id = ?").bind(second.id).run();
    expect([await whoAmI(expired), await whoAmI(removed)]).toEqual([401, 401]);
    expect(await rows("SELECT id FROM operator_sessions WHERE operator_id = ?", second.id)).toEqual([]);
  });

  it("that ran out unseen is removed when its operator signs in again", async () => {
    const person = await newPerson();
    await signedIn(person);
    await setExpiry(person.id, Date.now() - 1);
    await signedIn(person);
    expect(await rows("SELECT id FROM operator_sessions WHERE operator_id = ?", person.id)).toHaveLength(1);
  });

  it("lasts thirty days and is prolonged by asking for it, once a day", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const month = 30 * dayMs;
    expect((await expiryOf(person.id)) - Date.now()).toBeGreaterThan(month - 60_000);
    const ask = async () => (await browser.get("/api/auth/get-session")).headers.getSetCookie().length;
    expect(await ask()).toBe(0);
    await setExpiry(person.id, Date.now() + month - 2 * dayMs);
    await whoAmI(browser);
    expect((await expiryOf(person.id)) - Date.now()).toBeLessThan(month - dayMs);
    expect(await ask()).toBe(1);
    expect((await expiryOf(person.id)) - Date.now()).toBeGreaterThan(month - 60_000);
  });

  it("is found in one statement that changes nothing", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const { d1, asked } = recordedD1();
    const other = newBrowser({ api: newApi({ control: d1 }) });
    other.cookies.set(cookieName, browser.cookies.get(cookieName) ?? "");
    expect(await whoAmI(other)).toBe(person.email);
    expect(asked.filter((sql) => sql.includes("operator_sessions"))).toHaveLength(1);
    expect(asked.filter((sql) => !/^\s*select /i.test(sql))).toEqual([]);
  });
});

describe("a cookie", () => {
  it("that was tampered with is nobody's", async () => {
    const browser = await signedIn(await newPerson());
    const cookie = browser.cookies.get(cookieName) ?? "";
    const [token = "", signature = ""] = cookie.split(".");
    const flipped = (text: string, at: number) =>
      text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
    for (const changed of [
      `${flipped(token, 0)}.${signature}`,
      `${flipped(token, token.length - 1)}.${signature}`,
      `${token}.${flipped(signature, 0)}`,
      `${token}.${flipped(signature, 20)}`,
      `${token}x.${signature}`,
      token,
      `${token}.`,
      `.${signature}`,
    ]) {
      browser.cookies.set(cookieName, changed);
      expect([changed, await whoAmI(browser)]).toEqual([changed, 401]);
    }
  });

  it.each([
    "",
    "x",
    ".",
    "%",
    "%E0%A4%A",
    "%00.%00",
    `${"a".repeat(4000)}.${"A".repeat(43)}=`,
    `a.${"=".repeat(44)}`,
    `a.${"A".repeat(43)}=`,
    "null",
    '"',
    "{}",
    "' OR 1=1 --",
  ])("of garbage (sample %#) is nobody's, and no fault", async (garbage) => {
    const browser = newBrowser();
    for (const name of [
      cookieName,
      "leadrelay.session_token",
      "__Secure-leadrelay.session_data",
      "__Secure-leadrelay.two_factor",
      "",
    ])
      browser.cookies.set(name, garbage);
    expect(await whoAmI(browser)).toBe(401);
    const { status, body } = await browser.get("/api/auth/get-session");
    expect([status, body]).toEqual([200, null]);
    const code = await browser.post("/api/auth/two-factor/verify-totp", { code: "123456" });
    expect(code).toMatchObject({ status: 401, body: { type: expect.stringContaining("sign-in-again") } });
  });
});
