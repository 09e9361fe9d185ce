import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { newApi, newBrowser, newPerson, signIn, whoAmI } from "../../../../test/api/browser.ts";
import { recordedD1 } from "../../../../test/api/recorded-d1.ts";
import { nextTotpOf, totpOf, wrongTotpOf } from "../../../../test/api/totp.ts";
import { scannedTables } from "../../../../test/query-plans.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("no statement of the library or of ours scans a table", async () => {
  const { d1, asked } = recordedD1();
  const api = newApi({ control: d1 });
  const person = await newPerson();
  const browser = newBrowser({ api });
  const post = (path: string, body: unknown = {}) => browser.post(`/api/auth${path}`, body);
  const { password } = person;

  await signIn(browser, { ...person, password: "wrong horse battery" });
  await signIn(browser, person);
  const { body } = await post("/two-factor/enable", { password });
  await post("/two-factor/verify-totp", { code: await totpOf(body.totpURI) });
  await post("/two-factor/get-totp-uri", { password, code: await nextTotpOf(body.totpURI) });
  const [backupCode] = body.backupCodes;
  const { backupCodes } = (await post("/two-factor/generate-backup-codes", { password, backupCode })).body;
  await post("/update-user", { name: "Asha" });
  await post("/sign-out");
  await signIn(browser, person);
  await post("/two-factor/verify-totp", { code: await wrongTotpOf(body.totpURI) });
  expect((await post("/two-factor/verify-backup-code", { code: backupCodes[0] })).status).toBe(200);
  expect(await whoAmI(browser)).toBe(person.email);
  const { body: sessions } = await browser.get("/api/auth/list-sessions");
  expect(sessions).toHaveLength(1);
  await post("/revoke-session", { token: "x" });
  await browser.get("/api/auth/get-session");
  await post("/revoke-other-sessions");
  await post("/change-password", { currentPassword: password, newPassword: "another horse battery" });
  const proof = { password: "another horse battery", backupCode: backupCodes[1] };
  expect((await post("/two-factor/disable", proof)).status).toBe(200);
  expect((await post("/revoke-sessions")).status).toBe(200);

  const distinct = [...new Set(asked)];
  expect(distinct.length).toBeGreaterThan(20);
  const scans = await Promise.all(
    distinct.map(async (sql) => {
      const scanned = await scannedTables(sql);
      // "primary" is no table but the one row of a subquery.
      return { sql, scanned: scanned.filter((detail) => detail !== "SCAN primary") };
    }),
  );
  expect(scans.filter(({ scanned }) => scanned.length > 0)).toEqual([]);
});
