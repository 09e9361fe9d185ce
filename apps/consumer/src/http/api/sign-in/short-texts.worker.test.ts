import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { newBrowser, newPerson, signIn } from "../../../../test/api/browser.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it.each([
  ["/update-user", "name", 200],
  ["/update-user", "image", 1_000],
  ["/revoke-session", "token", 1_000],
])("%s takes no %s of more than %d characters, and says so", async (path, field, most) => {
  const browser = newBrowser();
  await signIn(browser, await newPerson());
  const post = (length: number) => browser.post(`/api/auth${path}`, { [field]: "x".repeat(length) });
  expect(await post(most + 1)).toMatchObject({
    status: 422,
    body: { detail: `${field}: should have at most ${most} characters.` },
  });
  expect((await post(most)).body.detail ?? "").not.toContain("at most");
});
