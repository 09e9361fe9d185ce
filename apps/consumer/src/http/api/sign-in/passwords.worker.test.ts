import { createOperator } from "@leadrelay/admin-api/sign-in/create-operator";
import { setPassword } from "@leadrelay/admin-api/sign-in/set-password";
import { runBatch } from "@leadrelay/db/run-batch";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { newAddress, newBrowser, newPerson, signedIn, signIn, whoAmI } from "../../../../test/api/browser.ts";
import { rows } from "../../../../test/tenant.ts";
import { dependenciesOf } from "../../../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const another = "another horse battery";

describe("with e-mail address and password", () => {
  it("an operator signs in, in whatever case the address is typed", async () => {
    const person = await newPerson();
    const browser = newBrowser();
    expect(await whoAmI(browser)).toBe(401);
    const { status, headers } = await signIn(browser, { ...person, email: person.email.toUpperCase() });
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await whoAmI(browser)).toBe(person.email);
  });

  it("a wrong password and an unknown address get the same answer", async () => {
    const person = await newPerson();
    const answers = await Promise.all([
      signIn(newBrowser(), { ...person, password: "wrong horse battery" }),
      signIn(newBrowser(), { ...person, email: `nobody.${person.email}` }),
    ]);
    const [wrong, unknown] = answers.map(({ status, headers, body }) => ({
      status,
      names: [...headers.keys()],
      body: { ...body, request_id: null },
    }));
    expect(unknown).toEqual(wrong);
    expect(wrong).toMatchObject({
      status: 401,
      body: { type: "https://leadrelay.dev/problems/wrong-credentials", title: expect.any(String) },
    });
  });

  it("an unknown address takes as long as a wrong password: both are hashed", async () => {
    const person = await newPerson();
    const fastest = { wrong: Infinity, unknown: Infinity };
    const emails = { wrong: () => person.email, unknown: () => `${crypto.randomUUID()}@example.com` };
    for (const kind of [
      "wrong",
      "unknown",
      "wrong",
      "unknown",
      "wrong",
      "unknown",
      "wrong",
      "unknown",
    ] as const) {
      const started = performance.now();
      await signIn(newBrowser(), { email: emails[kind](), password: "wrong horse battery" });
      fastest[kind] = Math.min(fastest[kind], performance.now() - started);
    }
    expect(fastest.unknown).toBeGreaterThan(fastest.wrong / 3);
  });

  it("eight at once are all answered, though each hash takes 32 MB of an isolate's 128", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, newPerson));
    const answers = await Promise.all(people.map((person) => signIn(newBrowser(), person)));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
  });
});

describe("the session cookie", () => {
  it("is the only place of the session's token: no answer's body carries it", async () => {
    const person = await newPerson();
    const browser = newBrowser();
    const { headers, body } = await signIn(browser, person);
    const token = decodeURIComponent(/session_token=([^;]+)/.exec(headers.getSetCookie().join())?.[1] ?? "");
    expect(token).toContain(".");
    expect(body).toHaveProperty("user");
    expect(body).not.toHaveProperty("token");
    expect(JSON.stringify(body)).not.toContain(token.split(".")[0]);
    const change = { currentPassword: person.password, newPassword: another };
    expect((await browser.post("/api/auth/change-password", change)).body).not.toHaveProperty("token");
  });

  it("is out of reach for scripts and other sites, and goes over https only", async () => {
    const { headers } = await signIn(newBrowser(), await newPerson());
    const [cookie, ...others] = headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(
      /^__Secure-leadrelay\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("is another one on the local stack, which has no https", async () => {
    const browser = newBrowser({ site: "http://127.0.0.1:8788" });
    const { headers } = await signIn(browser, await newPerson());
    expect(headers.getSetCookie().join()).toMatch(
      /^leadrelay\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe("an operator", () => {
  it.each([
    ["email", { email: "asha", password: another }],
    ["password", { email: "asha@example.com", password: "elevenchars" }],
  ])("is not made without a proper %s", async (field, given) => {
    const made = await createOperator({ ...given, name: "" }, dependenciesOf(env));
    expect(made).toMatchObject({ kind: "refused", field });
  });

  it("made again for the same address keeps id, name and password", async () => {
    const person = await newPerson();
    const made = await createOperator(
      { email: person.email.toUpperCase(), name: "Somebody else", password: another },
      dependenciesOf(env),
    );
    if (made.kind === "refused") throw new Error(made.because);
    expect(await runBatch(env.DB, made.statements)).toEqual([0, 0]);
    expect(await rows("SELECT id, name FROM operators WHERE email = ?", person.email)).toEqual([
      { id: person.id, name: "Asha" },
    ]);
    expect((await signIn(newBrowser(), { ...person, password: another })).status).toBe(401);
    expect((await signIn(newBrowser(), person)).status).toBe(200);
  });

  it("made by plain SQL, with a hash made in Node, signs in", async () => {
    const person = { ...(await newPerson()), password: "made by Node, not here" };
    const hash =
      "1b2725a5dbf10a6bbeb593789f2f44e6:791c265229dd427d6736b8dd904cd2df8a00649375d1ce08b34d05ae8887c895" +
      "1dad351c37abd0392a5b5208bc33e0faf09bac1f7a2cfcb522b303b5cd7e02b1";
    await env.DB.prepare("UPDATE operator_accounts SET password = ? WHERE operator_id = ?")
      .bind(hash, person.id)
      .run();
    expect((await signIn(newBrowser(), person)).status).toBe(200);
  });

  it("given another password is signed out everywhere", async () => {
    const person = await newPerson();
    const browsers = [await signedIn(person), await signedIn(person)];
    expect(await setPassword(person.id, "elevenchars", dependenciesOf(env))).toMatchObject({
      kind: "refused",
    });
    const change = await setPassword(person.id, another, dependenciesOf(env));
    if (change.kind === "refused") throw new Error(change.because);
    expect(await runBatch(env.DB, change.statements)).toEqual([1, 2]);
    expect(await Promise.all(browsers.map(whoAmI))).toEqual([401, 401]);
    expect((await signIn(newBrowser(), person)).status).toBe(401);
    expect((await signIn(newBrowser(), { ...person, password: another })).status).toBe(200);
  });
});

describe("changing one's password", () => {
  it("ends every other session, also when that was not asked for", async () => {
    const person = await newPerson();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const body = { currentPassword: person.password, newPassword: another, revokeOtherSessions: false };
    expect((await here.post("/api/auth/change-password", body)).status).toBe(200);
    expect([await whoAmI(here), await whoAmI(there)]).toEqual([person.email, 401]);
    expect((await signIn(newBrowser(), { ...person, password: another })).status).toBe(200);
  });

  it.each([
    ["the present one", 403, "wrong-password", { currentPassword: another, newPassword: another }],
    ["twelve characters", 422, "invalid", { currentPassword: "correct horse battery", newPassword: "short" }],
    ["text", 422, "invalid", { currentPassword: 1, newPassword: [] }],
  ])("needs %s", async (_what, status, type, body) => {
    const browser = await signedIn(await newPerson(), { address: newAddress() });
    const answer = await browser.post("/api/auth/change-password", body);
    expect(answer).toMatchObject({ status, body: { type: `https://leadrelay.dev/problems/${type}` } });
  });
});
