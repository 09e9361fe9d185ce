import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enrolled, forgetSteps, type Enrolled } from "../../../../test/api/enrolled.ts";
import { newApi, newBrowser, newPerson, signedIn, signIn } from "../../../../test/api/browser.ts";
import { nextTotpOf, totpOf, wrongTotpOf } from "../../../../test/api/totp.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM rate_limits").run());

const problem = (type: string) => ({ type: `https://leadrelay.dev/problems/${type}` });
const wrongCode = { status: 403, body: problem("wrong-code") };
const operations = [["disable"], ["enable"], ["generate-backup-codes"], ["get-totp-uri"]];
const ask = ({ browser }: Pick<Enrolled, "browser">, operation: string, body: object) =>
  browser.post(`/api/auth/two-factor/${operation}`, body);

/** What stands of the second factor in D1, without the last code's step. */
const factorOf = ({ id }: Enrolled) =>
  rows(
    `SELECT f.secret, f.backup_codes, o.two_factor_enabled FROM operators AS o
     JOIN operator_two_factors AS f ON f.operator_id = o.id WHERE o.id = ?`,
    id,
  );

describe.each(operations)("with a second factor, %s", (operation) => {
  it.each<[string, (person: Enrolled) => Promise<object> | object]>([
    ["nothing more", () => ({})],
    ["null for a code", () => ({ code: null, backupCode: null })],
    ["a number for a code", async ({ uri }) => ({ code: Number(await nextTotpOf(uri)) })],
    [
      "a list of codes",
      async ({ uri, backupCodes }) => ({ code: [await nextTotpOf(uri)], backupCode: backupCodes }),
    ],
  ])("is refused to the password and %s", async (_what, more) => {
    const person = await enrolled();
    const before = await factorOf(person);
    const answer = await ask(person, operation, { password: person.password, ...(await more(person)) });
    expect(answer).toMatchObject({ status: 403, body: problem("second-factor-needed") });
    expect(answer.body).not.toHaveProperty("totpURI");
    expect(answer.body).not.toHaveProperty("backupCodes");
    expect(await factorOf(person)).toEqual(before);
  });

  it.each<[string, (person: Enrolled) => Promise<object> | object]>([
    ["wrong code", async ({ uri }) => ({ code: await wrongTotpOf(uri) })],
    ["code that was used", async ({ uri }) => ({ code: await totpOf(uri) })],
    ["empty code", () => ({ code: "" })],
    ["wrong backup code", () => ({ backupCode: "aaaaa-aaaaa" })],
    ["backup code for a code", ({ backupCodes }) => ({ code: backupCodes[0] })],
    ["code for a backup code", async ({ uri }) => ({ backupCode: await nextTotpOf(uri) })],
    [
      "wrong code beside a right backup code",
      ({ backupCodes }) => ({ code: "", backupCode: backupCodes[0] }),
    ],
  ])("is refused to the password and a %s, and that is written down", async (_what, given) => {
    const person = await enrolled();
    const before = await factorOf(person);
    const { password } = person;
    expect(await ask(person, operation, { password, ...(await given(person)) })).toMatchObject(wrongCode);
    expect(await factorOf(person)).toEqual(before);
    const failed = "SELECT detail_json FROM audit_log WHERE subject_id = ? AND action = 'sign_in.failed'";
    expect(await rows(failed, person.id)).toHaveLength(1);
  });

  it("is done with the password and a code, which is used up", async () => {
    const person = await enrolled();
    const code = await nextTotpOf(person.uri);
    const body = { password: person.password, code };
    expect((await ask(person, operation, body)).status).toBe(200);
    if (operation !== "disable") expect(await ask(person, "disable", body)).toMatchObject(wrongCode);
  });

  it("is done with the password and a backup code, which is used up", async () => {
    const person = await enrolled();
    const body = { password: person.password, backupCode: person.backupCodes[0] };
    expect((await ask(person, operation, body)).status).toBe(200);
    if (operation !== "disable") expect(await ask(person, "disable", body)).toMatchObject(wrongCode);
    const used = "SELECT 1 FROM audit_log WHERE subject_id = ? AND action = 'backup_code.used'";
    expect(await rows(used, person.id)).toHaveLength(1);
  });

  it("is refused to a wrong password, whatever the code is, and uses none up", async () => {
    const person = await enrolled();
    const code = await nextTotpOf(person.uri);
    for (const given of [code, await wrongTotpOf(person.uri)])
      expect(await ask(person, operation, { password: "wrong horse battery", code: given })).toMatchObject({
        status: 403,
        body: problem("wrong-password"),
      });
    const failed = "SELECT detail_json FROM audit_log WHERE subject_id = ? AND action = 'sign_in.failed'";
    expect(await rows(failed, person.id)).toEqual([{ detail_json: '{"step":"password again"}' }]);
    expect((await ask(person, operation, { password: person.password, code })).status).toBe(200);
  });

  it("is refused to nobody, and to whoever has given the password only", async () => {
    const person = await enrolled();
    const halfway = newBrowser();
    await signIn(halfway, person);
    const body = { password: person.password, code: await nextTotpOf(person.uri) };
    for (const browser of [newBrowser(), halfway])
      expect((await ask({ browser }, operation, body)).status).toBe(401);
  });
});

it("one code given twice at once is taken once", async () => {
  const person = await enrolled({ api: newApi() });
  const other = { browser: newBrowser({ api: newApi() }) };
  for (const [name, value] of person.browser.cookies) other.browser.cookies.set(name, value);
  const body = { password: person.password, code: await nextTotpOf(person.uri) };
  const answers = await Promise.all([person, other].map((who) => ask(who, "get-totp-uri", body)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403]);
});

it("after ten wrong codes it waits, wherever they came from; signing in does not", async () => {
  const person = await enrolled();
  const body = { password: person.password, code: await wrongTotpOf(person.uri) };
  const from = (address: string) => {
    const browser = newBrowser({ address });
    for (const [name, value] of person.browser.cookies) browser.cookies.set(name, value);
    return { browser };
  };
  for (let tries = 0; tries < 10; tries += 1)
    expect(await ask(from(`192.0.2.${tries}`), "disable", body)).toMatchObject(wrongCode);
  const right = { ...body, code: await nextTotpOf(person.uri) };
  for (const [operation = ""] of operations) {
    const { status, headers } = await ask(from("192.0.2.99"), operation, right);
    expect([status, Number(headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(60);
    expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(90);
  }
  const browser = newBrowser();
  await signIn(browser, person);
  const verified = await browser.post("/api/auth/two-factor/verify-totp", { code: right.code });
  expect(verified.status).toBe(200);
});

it("a right code costs no turn", async () => {
  const person = await enrolled();
  for (let times = 0; times < 12; times += 1) {
    await forgetSteps(person);
    const operation = times % 2 === 0 ? "get-totp-uri" : "generate-backup-codes";
    const code = await totpOf(person.uri);
    expect((await ask(person, operation, { password: person.password, code })).status).toBe(200);
  }
});

it("without a second factor, and before it is on, the password is enough", async () => {
  const person = await newPerson();
  const browser = await signedIn(person);
  const { password } = person;
  for (const operation of ["enable", "enable", "get-totp-uri"])
    expect((await ask({ browser }, operation, { password })).status).toBe(200);
});
