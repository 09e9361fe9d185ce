import { eventId } from "@leadrelay/core/ids/derived-id";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { manyLeads, manyLeadsFrom } from "../../../../test/api/many-leads.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";
import { readList } from "../../../../test/api/read-list.ts";

const count = 100_000;
const limit = 50;
let house: House;
beforeAll(async () => {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
  house = await newHouse();
  await manyLeads(house, count);
});

const at = (n: number) => manyLeadsFrom + n * 1000;
const numbersOf = (items: { contact_email: string }[]) =>
  items.map(({ contact_email }) => Number(/^p(\d+)@/.exec(contact_email)?.[1]));

const asked: [what: string, query: string, found: number[]][] = [
  ["without a filter, the newest come first", "", [count, count - 1, count - 2]],
  ["of a period", `since=${at(500)}&until=${at(600)}`, [599, 598, 597]],
  ["by an e-mail, whole", "email=P777@example.com", [777]],
  ["by an e-mail's beginning", "q=p12345@", [12345]],
  ["by a phone, as it is stored", "phone=%2B91-9000000777", [777]],
  ["by a phone, as people type it, of the country that leads have", "q=90000 00777", [777]],
  ["by a phone's beginning", "phone=00919000007", [7999, 7998]],
  ["by a name that all have", "name=ANNA", [count, count - 1]],
  ["by a name's beginning", "q=ann", [count, count - 1]],
  ["by a name of few", "name=family77", [count - 423, count - 923]],
  ["by two words, of which all have one", "q=anna family77", [count - 423, count - 923]],
  ["by two words, the wrong way round and begun only", "name=family77, an", [count - 423, count - 923]],
  ["by words of which nobody has all", "name=anna nobody", []],
];

it.each(asked)("%s: %s", async (_what, query, found) => {
  const page = await readList(`/api/leads?${query}`, house.admin, { limit, mostPages: 1 });
  expect(numbersOf(page.items).slice(0, found.length)).toEqual(found);
  if (found.length === 0) expect(page.items).toEqual([]);
  if (found.length === 1) expect(page.items).toHaveLength(1);
  expect(page.mostRead).toBeLessThanOrEqual(5 * limit);
});

it("submissions and events are read no further than the page", async () => {
  const newest = await rows<{ lead_id: number; public_id: string }>(
    "SELECT lead_id, public_id FROM lead_submissions WHERE client_id = ? ORDER BY submitted_at DESC LIMIT 60",
    house.clientId,
  );
  await env.DB.batch(
    newest.map(({ lead_id, public_id }) =>
      env.DB.prepare("INSERT INTO events VALUES (?, ?, ?, 'lead.created', ?, '{}', 0)").bind(
        lead_id,
        eventId(public_id, "lead.created"),
        house.clientId,
        public_id,
      ),
    ),
  );
  for (const [path, least] of [
    ["submissions", limit],
    [`submissions?until=${at(60_000)}`, limit],
    ["events", limit],
    ["blocked-submissions", 0],
  ] as const) {
    const page = await readList(`/api/${path}`, house.admin, { limit, mostPages: 1 });
    expect(page.items.length).toBeGreaterThanOrEqual(least);
    expect(page.mostRead).toBeLessThanOrEqual(5 * limit);
  }
});

it("a filter that no index serves goes on in short pages, none of which reads too much", async () => {
  await env.DB.prepare("UPDATE leads SET suspicion_score = 70 WHERE client_id = ? AND id % 1000 = 0")
    .bind(house.clientId)
    .run();
  const page = await readList("/api/leads?suspicion_from=70", house.admin, { limit, mostPages: 40 });
  expect(page.items.length).toBeGreaterThanOrEqual(2);
  expect(page.mostRead).toBeLessThanOrEqual(5 * limit);
});

it("a stage that leads were moved to is listed without looking at others", async () => {
  const page = await readList("/api/leads?status=won", house.admin, { limit, mostPages: 1 });
  expect(numbersOf(page.items).slice(0, 3)).toEqual([100_000, 99_000, 98_000]);
  expect(page.items).toHaveLength(limit);
  expect(page.mostRead).toBeLessThanOrEqual(5 * limit);
});

it.each([
  ["oldest", [1, 2, 3]],
  ["last_seen", [count, count - 1, count - 2]],
])("sorted by %s no page reads too much", async (sort, found) => {
  const page = await readList(`/api/leads?sort=${sort}`, house.admin, { limit, mostPages: 1 });
  expect(numbersOf(page.items).slice(0, 3)).toEqual(found);
  expect(page.items).toHaveLength(limit);
  expect(page.mostRead).toBeLessThanOrEqual(5 * limit);
});

it("sorted by name a page has what its words give", async () => {
  const page = await readList("/api/leads?sort=name&is_test=false", house.admin, { limit, mostPages: 1 });
  expect(numbersOf(page.items).slice(0, 3)).toEqual([1, 2, 3]);
  expect(page.mostRead).toBeLessThanOrEqual(5 * limit);
});

it("counts of stages are whole after a few requests, and then read next to nothing", async () => {
  const path = `/api/clients/${house.clientId}/stages`;
  const { call } = testApi();
  let asked = 0;
  for (; asked < 10; asked += 1) {
    const { body } = await call("GET", path, { as: house.admin });
    if (body.is_whole) break;
  }
  expect(asked).toBeLessThanOrEqual(5);
  const { bill, databases } = meteredD1();
  const { body } = await testApi(databases).call("GET", path, { as: house.admin });
  const counts = Object.fromEntries(
    body.stages.map((one: { stage: string; leads: number }) => [one.stage, one.leads]),
  );
  expect([counts.new, counts.won]).toEqual([count - 100, 100]);
  expect(bill.read).toBeLessThanOrEqual(40);
});
