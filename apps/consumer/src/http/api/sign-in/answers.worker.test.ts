import { authAnswers } from "@leadrelay/admin-api/sign-in/auth-answers";
import { authBasePath, authOperations } from "@leadrelay/admin-api/sign-in/auth-operations";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { newBrowser, newPerson, signIn, whoAmI, type Browser } from "../../../../test/api/browser.ts";
import { nextTotpOf, totpOf } from "../../../../test/api/totp.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** Where a secret is shown once, to whoever just gave the password. */
const shown: Readonly<Record<string, readonly string[]>> = {
  "/two-factor/enable": ["totpURI", "backupCodes"],
  "/two-factor/get-totp-uri": ["totpURI"],
  "/two-factor/generate-backup-codes": ["backupCodes"],
};

/** The names in an answer, however deep. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

it("every answer of signing in is as the API's document has it, and carries no token, hash or secret but those that show one once", async () => {
  const person = await newPerson();
  const browser = newBrowser();
  const other = newBrowser();
  const tokens = new Set<string>();
  const asked = new Set<string>();
  const ask = async (path: keyof typeof authOperations, body: unknown = {}, from: Browser = browser) => {
    const at = authBasePath + path;
    const keep = async () => {
      const kept = await rows<{ token: string }>(
        "SELECT token FROM operator_sessions WHERE operator_id = ?",
        person.id,
      );
      for (const { token } of kept) tokens.add(token);
    };
    await keep();
    const answer = await (authOperations[path].method === "GET" ? from.get(at) : from.post(at, body));
    await keep();
    expect([path, answer.status]).toEqual([path, 200]);
    asked.add(path);
    expect([path, authAnswers[path].safeParse(answer.body).error?.issues]).toEqual([path, undefined]);
    const secretNames = namesIn(answer.body).filter((name) =>
      /token|password|secret|hash|codes|uri/i.test(name),
    );
    expect([path, secretNames]).toEqual([path, shown[path] ?? []]);
    const text = JSON.stringify(answer.body);
    for (const token of tokens) expect([path, text.includes(token)]).toEqual([path, false]);
    return answer.body;
  };
  const { password } = person;
  const another = "another horse battery";
  await ask("/sign-in/email", person);
  await ask("/get-session");
  const { totpURI, backupCodes: firstCodes } = await ask("/two-factor/enable", { password });
  await ask("/two-factor/verify-totp", { code: await totpOf(totpURI) });
  await ask("/two-factor/get-totp-uri", { password, backupCode: firstCodes[0] });
  const proof = { password, backupCode: firstCodes[1] };
  const { backupCodes } = await ask("/two-factor/generate-backup-codes", proof);
  await ask("/sign-in/email", person, other);
  await ask("/two-factor/verify-backup-code", { code: backupCodes[0] }, other);
  await ask("/sign-in/email", person, other);
  await ask("/two-factor/verify-totp", { code: await nextTotpOf(totpURI) }, other);
  await ask("/update-user", { name: "Asha" });
  const sessions = await ask("/list-sessions");
  expect(sessions.length).toBeGreaterThan(1);
  const newest = sessions.toSorted((a: { createdAt: string }, b: { createdAt: string }) =>
    a.createdAt < b.createdAt ? 1 : -1,
  );
  await ask("/revoke-session", { id: newest[0].id });
  await ask("/sign-in/email", person, other);
  await ask("/two-factor/verify-backup-code", { code: backupCodes[1] }, other);
  await ask("/revoke-other-sessions", {}, other);
  await ask("/change-password", { currentPassword: password, newPassword: another }, other);
  await ask("/two-factor/disable", { password: another, backupCode: backupCodes[2] }, other);
  await ask("/sign-out", {}, other);
  await ask("/sign-in/email", { ...person, password: another }, other);
  await ask("/revoke-sessions", {}, other);
  expect([...asked].toSorted()).toEqual(Object.keys(authOperations).toSorted());
});

it("a session is ended by the id that the list shows, and by its operator only", async () => {
  const [person, stranger] = [await newPerson(), await newPerson()];
  const [here, lost, theirs] = [newBrowser(), newBrowser(), newBrowser()];
  await signIn(here, person);
  await signIn(theirs, stranger);
  const listed = await here.get("/api/auth/list-sessions");
  const before = new Set(listed.body.map(({ id }: { id: string }) => id));
  await signIn(lost, person);
  const { body } = await here.get("/api/auth/list-sessions");
  const { id } = body.find((one: { id: string }) => !before.has(one.id));
  await theirs.post("/api/auth/revoke-session", { id });
  expect(await whoAmI(lost)).toBe(person.email);
  expect((await here.post("/api/auth/revoke-session", { id })).body).toEqual({ status: true });
  expect([await whoAmI(lost), await whoAmI(here)]).toEqual([401, person.email]);
});
