import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { newHouse } from "../../../../test/api/people.ts";
import { submitForm } from "../../../../test/api/person.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { testNow } from "../../../../test/deliver-messages.ts";
import { newTenant } from "../../../../test/tenant.ts";

const clients = 8;
const each = 5;
let owner: string;

/** An agency's clients, each with some Annas of whom every other is a test. */
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  const house = await newHouse();
  owner = house.owner;
  const sisters = await Promise.all(Array.from({ length: clients - 1 }, () => newTenant()));
  for (const [index, tenant] of [house, ...sisters].entries()) {
    await env.DB.batch([
      env.DB.prepare(`UPDATE clients SET agency_id = ?, test_strings_json = '["test"]' WHERE id = ?`).bind(
        house.agencyId,
        tenant.clientId,
      ),
      env.DB.prepare("UPDATE forms SET default_region = 'IN' WHERE id = ?").bind(tenant.formId),
    ]);
    for (let n = 0; n < each; n += 1) {
      const number = index * each + n;
      const fields = {
        name: `Anna${"abc".slice(0, n % 4)} Meier`,
        email: `anna.${number}@${n % 2 === 0 ? "live" : "test"}.example`,
        phone: `98765432${String(number).padStart(2, "0")}`,
      };
      const { context } = tenant.submission();
      await submitForm(tenant, fields, {
        fields,
        context: { ...context, ip: null },
        received_at: testNow - number * 60_000,
      });
    }
  }
});

it.each([
  ["leads", ""],
  ["leads of a period", "since=1&until=9000000000000"],
  ["a name", "name=anna"],
  ["a name of two words", "q=meier, ann"],
  ["an e-mail", "email=anna."],
  ["a phone", "phone=9876"],
])(
  "%s of many clients, live and test: page by page each comes once, and no page reads too much",
  async (_what, query) => {
    for (const limit of [3, 20]) {
      const { items, isWhole, mostRead } = await readList(`/api/leads?${query}`, owner, { limit });
      expect(isWhole).toBe(true);
      expect(new Set(items.map(({ id }) => id)).size).toBe(clients * each);
      expect(items).toHaveLength(clients * each);
      // Of less than its clients' number a page cannot even ask.
      if (limit > clients) expect(mostRead).toBeLessThanOrEqual(5 * limit);
    }
  },
);

it.each([
  ["true", 16],
  ["false", 24],
])("is_test=%s leaves the others out, also of a search", async (flag, count) => {
  for (const query of ["", "&name=anna", "&email=anna", "&since=1"]) {
    const { items } = await readList(`/api/leads?is_test=${flag}${query}`, owner);
    expect(items).toHaveLength(count);
    expect(items.every(({ is_test }) => String(is_test) === flag)).toBe(true);
  }
});

it("submissions and events of many clients come once each, newest first", async () => {
  for (const path of ["submissions", "events"]) {
    const { items, isWhole } = await readList(`/api/${path}`, owner, { limit: 20 });
    expect(isWhole).toBe(true);
    expect(items).toHaveLength(clients * each);
    expect(new Set(items.map(({ id }) => id)).size).toBe(clients * each);
  }
  const { items } = await readList("/api/submissions", owner, { limit: 20 });
  const times = items.map(({ submitted_at }) => submitted_at);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});
