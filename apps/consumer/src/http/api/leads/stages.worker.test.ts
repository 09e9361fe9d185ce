import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { houseWithLeads } from "../../../../test/api/house-with-leads.ts";
import { manyLeads } from "../../../../test/api/many-leads.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { readList } from "../../../../test/api/read-list.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

async function counts(clientId: string, as: string): Promise<Record<string, [number, number]>> {
  const { status, body } = await call("GET", `/api/clients/${clientId}/stages`, { as });
  expect(status).toBe(200);
  return Object.fromEntries(
    body.stages
      .filter(({ leads, tests }: Count) => leads + tests > 0)
      .map(({ stage, leads, tests }: Count): [string, [number, number]] => [stage, [leads, tests]]),
  );
}
interface Count {
  stage: string;
  leads: number;
  tests: number;
}

it("leads are counted where they stand, as they are moved and as they go", async () => {
  const house = await houseWithLeads();
  const move = (id: string, status: string) =>
    call("PATCH", `/api/leads/${id}`, { as: house.admin, body: { status } });
  expect(await counts(house.clientId, house.viewer)).toEqual({ new: [2, 0] });
  await move(house.annas, "won");
  expect(await counts(house.clientId, house.owner)).toEqual({ new: [1, 0], won: [1, 0] });
  await move(house.annas, "lost");
  await move(house.bens, "lost");
  expect(await counts(house.clientId, house.owner)).toEqual({ lost: [2, 0] });
  await move(house.annas, "new");
  await env.DB.prepare("UPDATE leads SET is_test = 1 WHERE public_id = ?").bind(house.annas).run();
  expect(await counts(house.clientId, house.owner)).toEqual({ new: [0, 1], lost: [1, 0] });
  await env.DB.prepare("DELETE FROM leads WHERE public_id = ?").bind(house.bens).run();
  expect(await counts(house.clientId, house.owner)).toEqual({ new: [0, 1] });
});

it("a stage that was given up is told last, as long as leads stand there", async () => {
  const house = await houseWithLeads();
  await env.DB.prepare("UPDATE leads SET status = 'sold' WHERE public_id = ?").bind(house.annas).run();
  const { body } = await call("GET", `/api/clients/${house.clientId}/stages`, { as: house.admin });
  expect(body.stages.map(({ stage }: Count) => stage)).toEqual([
    "new",
    "contacted",
    "qualified",
    "won",
    "lost",
    "sold",
  ]);
  expect(body.stages.at(-1)).toEqual({ stage: "sold", leads: 1, tests: 0, is_in_pipeline: false });
});

it("what was counted stays counted once, however many ask at the same time", async () => {
  const house = await newHouse();
  await manyLeads(house, 500);
  const ask = () => counts(house.clientId, house.admin);
  expect(await Promise.all([ask(), ask(), ask(), ask()])).toEqual(
    [1, 2, 3, 4].map(() => ({ new: [500, 0] })),
  );
  expect(await ask()).toEqual({ new: [500, 0] });
  const kept = "SELECT is_test, leads FROM lead_totals WHERE client_id = ? ORDER BY is_test";
  expect(await rows(kept, house.clientId)).toEqual([
    { is_test: 0, leads: 500 },
    { is_test: 1, leads: 0 },
  ]);
});

it("is told to nobody of another agency", async () => {
  const [house, other] = await Promise.all([houseWithLeads(), houseWithLeads()]);
  const { status } = await call("GET", `/api/clients/${house.clientId}/stages`, { as: other.owner });
  expect(status).toBe(404);
});

it("a stage that leads were moved to is listed page by page, newest first", async () => {
  const house = await newHouse();
  await manyLeads(house, 5_000);
  await env.DB.prepare(`UPDATE clients SET stages_json = '["fresh","won"]' WHERE id = ?`)
    .bind(house.clientId)
    .run();
  const { items } = await readList("/api/leads?status=won", house.admin, { limit: 2 });
  expect(items.map(({ contact_email }) => contact_email)).toEqual(
    [5, 4, 3, 2, 1].map((n) => `p${n}000@example.com`),
  );
  const fresh = await readList("/api/leads?status=fresh&sort=newest", house.admin, {
    limit: 50,
    mostPages: 2,
  });
  expect(fresh.items[0]).toMatchObject({ contact_email: "p4999@example.com", status: "fresh" });
});
