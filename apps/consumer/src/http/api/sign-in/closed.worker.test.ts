import type { AuthSecrets } from "@leadrelay/admin-api/sign-in/auth-secrets";
import { authOperations } from "@leadrelay/admin-api/sign-in/auth-operations";
import { createAuth } from "@leadrelay/admin-api/sign-in/create-auth";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newApi, newBrowser, newPerson, signedIn, signIn, whoAmI } from "../../../../test/api/browser.ts";
import { absentD1 } from "../../../../test/api/recorded-d1.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM rate_limits").run());

const problem = (type: string) => ({ type: `https://leadrelay.dev/problems/${type}` });

/** Every address the library would answer at. */
function libraryPaths(): string[] {
  const { control: d1, now, newId } = dependenciesOf(env);
  const secrets: AuthSecrets = [{ version: 1, value: "x".repeat(32) }];
  const { api } = createAuth({ d1, secrets, publicUrl: null, secure: true, now, newId });
  return Object.values(api).flatMap(({ path }) => (typeof path === "string" ? [path] : []));
}

describe("what the library has and we do not", () => {
  const closed = libraryPaths().filter((path) => !Object.hasOwn(authOperations, path));

  it("is much", () => expect(closed.length).toBeGreaterThan(15));

  it.each(closed)("%s is not there", async (path) => {
    const browser = newBrowser();
    const at = `/api/auth${path.replaceAll(/:\w+/g, "x")}`;
    for (const { status, body } of [await browser.get(at), await browser.post(at)])
      expect([status, body.type]).toEqual([404, problem("not-found").type]);
  });
});

it("nobody signs up", async () => {
  const email = `${crypto.randomUUID()}@example.com`;
  const body = { email, password: "correct horse battery", name: "Asha" };
  expect((await newBrowser().post("/api/auth/sign-up/email", body)).status).toBe(404);
  expect(await rows("SELECT id FROM operators WHERE email = ?", email)).toEqual([]);
});

it.each([
  "/api/auth",
  "/api/auth/",
  "/api/auth//sign-in/email",
  "/api/auth/sign-in/email/",
  "/api/auth/toString",
])("there is nothing at %s", async (path) => expect((await newBrowser().post(path)).status).toBe(404));

it("an operation takes its own method only", async () => {
  const { status, headers, body } = await newBrowser().get("/api/auth/sign-in/email");
  expect([status, headers.get("allow"), body]).toMatchObject([405, "POST", problem("method-not-allowed")]);
});

describe("from another site", () => {
  const evil = { origin: "https://evil.example" };
  it.each([
    ["its Origin", evil],
    ["no Origin but its Referer", { origin: "", referer: "https://evil.example/page" }],
    ["an Origin it hides", { origin: "null", "sec-fetch-site": "cross-site" }],
    ["a form it navigates by", { origin: "", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
    ["an Origin that only begins like ours", { origin: "https://relay.example.evil.example" }],
    ["another port", { origin: "https://relay.example:444" }],
    ["http", { origin: "http://relay.example" }],
  ])("nobody is signed in: %s", async (_what, headers) => {
    const { email, password } = await newPerson();
    const browser = newBrowser();
    const answer = await browser.post("/api/auth/sign-in/email", { email, password }, headers);
    expect(answer).toMatchObject({ status: 403, body: problem("other-site") });
    expect(browser.cookies.size).toBe(0);
  });

  it("nothing is changed with a cookie that came along", async () => {
    const person = await newPerson();
    const browser = await signedIn(person);
    for (const headers of [evil, { origin: "" }, { origin: "null" }])
      for (const path of ["/sign-out", "/revoke-sessions", "/change-password", "/two-factor/enable"])
        expect(await browser.post(`/api/auth${path}`, {}, headers)).toMatchObject({
          status: 403,
          body: problem("other-site"),
        });
    expect(await whoAmI(browser)).toBe(person.email);
  });

  it("PUBLIC_URL is not another site", async () => {
    const { config } = dependenciesOf(env);
    const api = newApi({ config: { ...config, publicUrl: "https://public.example" } });
    const { email, password } = await newPerson();
    const headers = { origin: "https://public.example" };
    const { status } = await newBrowser({ api }).post(
      "/api/auth/sign-in/email",
      { email, password },
      headers,
    );
    expect(status).toBe(200);
  });
});

it.each([null, "https://leads.example"])(
  "who signs in is told where forms post to: %s",
  async (intakeUrl) => {
    const { config } = dependenciesOf(env);
    const api = newApi({ config: { ...config, intakeUrl } });
    const person = await newPerson();
    const browser = newBrowser({ api });
    await browser.post("/api/auth/sign-in/email", { email: person.email, password: person.password });
    expect(await browser.get("/api/me")).toMatchObject({ status: 200, body: { intake_url: intakeUrl } });
  },
);

describe("a body that makes no sense", () => {
  const bodies = [
    "",
    "{",
    "null",
    "[]",
    "1",
    '"x"',
    "{}",
    '{"email":null,"password":null}',
    '{"email":{},"password":[]}',
    '{"email":"asha@example.com","password":""}',
    `{"email":"${"a".repeat(5000)}@example.com","password":"x"}`,
    '{"email":"asha@example.com\\u0000","password":"x"}',
    '{"__proto__":{"email":"x"}}',
    '{"code":1}',
    '{"code":"' + "9".repeat(5000) + '"}',
  ];

  it.each(
    Object.keys(authOperations).filter((path) => authOperations[path as "/sign-out"].method === "POST"),
  )("is refused by %s, and no fault", async (path) => {
    const person = await newPerson();
    const browser = await signedIn(person);
    for (const body of bodies) {
      await env.DB.prepare("DELETE FROM rate_limits").run();
      const { status, headers } = await browser.post(`/api/auth${path}`, body);
      expect([body, status < 500]).toEqual([body, true]);
      if (status >= 400) expect(headers.get("content-type")).toBe("application/problem+json");
    }
  });

  it.each(["text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "application/xml", "x"])(
    "of type %s is refused, and no fault",
    async (type) => {
      const answer = await newBrowser().post("/api/auth/sign-in/email", "a=b", { "content-type": type });
      expect(answer).toMatchObject({ status: 415, body: problem("not-json") });
    },
  );
});

describe("while D1 is away", () => {
  const tables = ["", "operator_sessions"];
  it.each(tables)("for %j, nothing is answered with success", async (table) => {
    const person = await newPerson();
    const browser = await signedIn(person);
    const away = newBrowser({ api: newApi({ control: absentD1(table) }) });
    for (const [name, value] of browser.cookies) away.cookies.set(name, value);
    const { email, password } = person;
    for (const path of ["/sign-in/email", "/sign-out"]) {
      const { status, body } = await away.post(`/api/auth${path}`, { email, password });
      expect([path, status, body]).toMatchObject([path, 503, problem("not-available")]);
    }
    // Who is signed in is unknown then, which is not nobody.
    expect([await whoAmI(away), (await away.get("/api/auth/get-session")).status]).toEqual([503, 503]);
    expect(await whoAmI(browser)).toBe(person.email);
  });
});

it("a body of more than 256 KB is not read", async () => {
  const { status } = await signIn(newBrowser(), { email: "asha@example.com", password: "x".repeat(300_000) });
  expect(status).toBe(413);
});
