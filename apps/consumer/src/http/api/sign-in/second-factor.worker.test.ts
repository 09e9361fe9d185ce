import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import {
  newApi,
  newBrowser,
  newPerson,
  signedIn,
  signIn,
  whoAmI,
  type Browser,
  type Person,
} from "../../../../test/api/browser.ts";
import { enrolled, forgetSteps, type Enrolled } from "../../../../test/api/enrolled.ts";
import { nextTotpOf, totpOf, wrongTotpOf } from "../../../../test/api/totp.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const verify = (browser: Browser, code: string, more = {}) =>
  browser.post("/api/auth/two-factor/verify-totp", { code, ...more });
const useBackup = (browser: Browser, code: string) =>
  browser.post("/api/auth/two-factor/verify-backup-code", { code });
const problem = (type: string) => ({ type: `https://leadrelay.dev/problems/${type}` });

/** A browser that has given the password and not yet the code. */
async function halfway(person: Person, given: Parameters<typeof newBrowser>[0] = {}): Promise<Browser> {
  const browser = newBrowser(given);
  await signIn(browser, person);
  return browser;
}

describe("setting up a second factor", () => {
  it("takes the password, shows a secret once, and begins with the first right code", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const enable = (password: string) => browser.post("/api/auth/two-factor/enable", { password });
    expect(await enable("wrong horse battery")).toMatchObject({
      status: 403,
      body: problem("wrong-password"),
    });
    const { body } = await enable(person.password);
    expect(body.totpURI).toMatch(/^otpauth:\/\/totp\/LeadRelay:/);
    expect(new Set(body.backupCodes).size).toBe(10);
    expect((await signIn(newBrowser(), person)).body).not.toHaveProperty("twoFactorRedirect");
    const wrong = await verify(browser, await wrongTotpOf(body.totpURI));
    expect(wrong).toMatchObject({ status: 403, body: problem("wrong-code") });
    expect((await verify(browser, await totpOf(body.totpURI))).status).toBe(200);
    expect(await whoAmI(browser)).toBe(person.email);
    const { body: session } = await browser.get("/api/auth/get-session");
    expect(session.user.twoFactorEnabled).toBe(true);
  });

  it("leaves neither secret nor backup code readable in D1", async () => {
    const { id, uri, backupCodes } = await enrolled();
    const [row] = await rows<{ secret: string; backup_codes: string }>(
      "SELECT secret, backup_codes FROM operator_two_factors WHERE operator_id = ?",
      id,
    );
    const kept = JSON.stringify(row);
    expect(kept).toContain("$ba$");
    for (const plain of [...backupCodes, new URL(uri).searchParams.get("secret") ?? ""])
      expect(kept).not.toContain(plain);
  });
});

describe("with a second factor", () => {
  it("the password alone opens nothing, the code does", async () => {
    const person = await enrolled();
    const browser = newBrowser();
    const { status, body, headers } = await signIn(browser, person);
    expect([status, body]).toEqual([200, { twoFactorRedirect: true, twoFactorMethods: ["totp"] }]);
    expect([...browser.cookies.keys()]).toEqual(["__Secure-leadrelay.two_factor"]);
    expect(headers.getSetCookie().join()).toMatch(
      /two_factor=[^;]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    expect(await whoAmI(browser)).toBe(401);
    expect((await verify(browser, await nextTotpOf(person.uri))).status).toBe(200);
    expect([...browser.cookies.keys()]).toEqual(["__Secure-leadrelay.session_token"]);
    expect(await whoAmI(browser)).toBe(person.email);
  });

  it("a wrong code is refused, and after five the password is asked again", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    const wrong = await wrongTotpOf(person.uri);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await verify(browser, wrong)).toMatchObject({ status: 403, body: problem("wrong-code") });
    const right = await verify(browser, await nextTotpOf(person.uri));
    expect(right).toMatchObject({ status: 401, body: problem("sign-in-again") });
    expect(await whoAmI(browser)).toBe(401);
  });

  it("ten wrong codes in a row close it for a quarter of an hour, whoever asks", async () => {
    const person = await enrolled();
    const wrong = await wrongTotpOf(person.uri);
    for (let round = 0; round < 2; round += 1) {
      const browser = await halfway(person);
      for (let tries = 0; tries < 5; tries += 1) await verify(browser, wrong);
    }
    const closed = await verify(await halfway(person), await nextTotpOf(person.uri));
    expect(closed).toMatchObject({ status: 429, body: problem("too-many-requests") });
    expect(closed.headers.get("retry-after")).toBe("900");
  });

  it("one challenge is good for one session", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    const again = newBrowser();
    for (const [name, value] of browser.cookies) again.cookies.set(name, value);
    const code = await nextTotpOf(person.uri);
    expect((await verify(browser, code)).status).toBe(200);
    expect(await verify(again, code)).toMatchObject({ status: 401, body: problem("sign-in-again") });
  });

  it("a backup code is good once", async () => {
    const person = await enrolled();
    const [code = ""] = person.backupCodes;
    const browser = await halfway(person);
    expect(await useBackup(browser, "aaaaa-aaaaa")).toMatchObject({
      status: 403,
      body: problem("wrong-code"),
    });
    expect((await useBackup(browser, code)).status).toBe(200);
    expect(await whoAmI(browser)).toBe(person.email);
    expect(await useBackup(await halfway(person), code)).toMatchObject({ status: 403 });
  });

  it("two requests at once with one backup code open one session", async () => {
    const person = await enrolled();
    const [code = ""] = person.backupCodes;
    const browsers = [await halfway(person), await halfway(person)];
    const answers = await Promise.all(browsers.map((browser) => useBackup(browser, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await Promise.all(browsers.map(whoAmI))).toContain(401);
  });

  it("no device is trusted to skip it", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    await verify(browser, await nextTotpOf(person.uri), { trustDevice: true });
    expect([...browser.cookies.keys()]).toEqual(["__Secure-leadrelay.session_token"]);
  });

  it("it is removed with the password and a code", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    await verify(browser, await nextTotpOf(person.uri));
    await forgetSteps(person);
    const code = await totpOf(person.uri);
    const disable = (password: string) => browser.post("/api/auth/two-factor/disable", { password, code });
    expect(await disable("wrong horse battery")).toMatchObject({
      status: 403,
      body: problem("wrong-password"),
    });
    expect((await disable(person.password)).status).toBe(200);
    expect(await whoAmI(browser)).toBe(person.email);
    expect((await signIn(newBrowser(), person)).body).not.toHaveProperty("twoFactorRedirect");
  });
});

describe("a code is good once", () => {
  const refused = { status: 403, body: problem("wrong-code") };
  const disable = (browser: Browser, { password, backupCodes: [backupCode] }: Enrolled) =>
    browser.post("/api/auth/two-factor/disable", { password, backupCode });
  const enable = (browser: Browser, { password }: Person) =>
    browser.post("/api/auth/two-factor/enable", { password });

  it("also for another challenge; the next one is good", async () => {
    const person = await enrolled();
    await forgetSteps(person);
    const code = await totpOf(person.uri);
    expect((await verify(await halfway(person), code)).status).toBe(200);
    const browser = await halfway(person);
    expect(await verify(browser, code)).toMatchObject(refused);
    expect(await whoAmI(browser)).toBe(401);
    expect((await verify(browser, await nextTotpOf(person.uri))).status).toBe(200);
  });

  it("and so are those before it", async () => {
    const person = await enrolled();
    await forgetSteps(person);
    const before = await totpOf(person.uri);
    expect((await verify(await halfway(person), await nextTotpOf(person.uri))).status).toBe(200);
    expect(await verify(await halfway(person), before)).toMatchObject(refused);
  });

  it("for one of many requests at once", async () => {
    const person = await enrolled();
    const code = await nextTotpOf(person.uri);
    const browsers = await Promise.all(Array.from({ length: 4 }, () => halfway(person, { api: newApi() })));
    const answers = await Promise.all(browsers.map((browser) => verify(browser, code)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403, 403, 403]);
  });

  it("when it switched the second factor on, from one of two sessions at once", async () => {
    const person = await newPerson();
    const first = await signedIn(person, { api: newApi() });
    const browsers = [first, await signedIn(person, { api: newApi() })];
    const { body } = await enable(first, person);
    const code = await totpOf(body.totpURI);
    const answers = await Promise.all(browsers.map((browser) => verify(browser, code)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
    expect(await verify(await halfway(person), code)).toMatchObject(refused);
  });

  it("when whoever is signed in gave it", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    await verify(browser, await nextTotpOf(person.uri));
    await forgetSteps(person);
    const code = await totpOf(person.uri);
    expect((await verify(browser, code)).status).toBe(200);
    expect(await verify(browser, code)).toMatchObject(refused);
    expect(await verify(await halfway(person), code)).toMatchObject(refused);
  });

  it("and a used one counts as a wrong one", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    const used = await totpOf(person.uri);
    for (let tries = 0; tries < 5; tries += 1) expect(await verify(browser, used)).toMatchObject(refused);
    expect(await verify(browser, await nextTotpOf(person.uri))).toMatchObject({
      status: 401,
      body: problem("sign-in-again"),
    });
  });

  it("of its secret: one that is set up anew begins anew", async () => {
    const person = await enrolled();
    const browser = await halfway(person);
    await verify(browser, await nextTotpOf(person.uri));
    expect((await disable(browser, person)).status).toBe(200);
    const { body } = await enable(browser, person);
    expect((await verify(browser, await totpOf(body.totpURI))).status).toBe(200);
  });
});

it("a new master key signs everybody out once, and second factors still work while the old one is in the list", async () => {
  const { config } = dependenciesOf(env);
  const apiWith = (masterKeys: string) => newApi({ config: { ...config, masterKeys } });
  const newKey = `new:${btoa("n".repeat(32))}`;
  const before = apiWith(config.masterKeys);
  const after = apiWith(`${newKey}, ${config.masterKeys}`);
  const person = await enrolled({ api: before });
  const browser = await halfway(person, { api: before });
  await verify(browser, await nextTotpOf(person.uri));
  const rotated = newBrowser({ api: after });
  for (const [name, value] of browser.cookies) rotated.cookies.set(name, value);
  expect([await whoAmI(browser), await whoAmI(rotated)]).toEqual([person.email, 401]);
  await forgetSteps(person);
  const again = await halfway(person, { api: after });
  expect((await verify(again, await nextTotpOf(person.uri))).status).toBe(200);
  expect(await whoAmI(again)).toBe(person.email);
});
