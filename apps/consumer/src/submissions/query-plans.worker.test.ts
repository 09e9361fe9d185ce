import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { rememberingD1, scannedTables } from "../../test/query-plans.ts";
import { newTenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("a scan would be seen", async () => {
  expect(await scannedTables("SELECT * FROM leads WHERE contact_name = ?")).toEqual(["SCAN leads"]);
});

it("no statement of the intake scans a table", async () => {
  const { d1, asked } = rememberingD1();
  const dependencies = testDependencies({ control: d1, leadDatabase: () => d1 });
  const tenant = await newTenant();
  await deliverMessages([tenant.submission(), tenant.submission({ form: null })], dependencies);
  await deliverMessages([tenant.submission({ received_at: 1_800_000_000_000 })], dependencies);
  await Promise.all([1, 2].map(() => deliverMessages([tenant.submission()], dependencies)));
  expect([...asked].join()).toContain("commit_turns");
  expect(asked.size).toBeGreaterThan(12);
  for (const sql of asked) expect({ sql, scans: await scannedTables(sql) }).toEqual({ sql, scans: [] });
});
