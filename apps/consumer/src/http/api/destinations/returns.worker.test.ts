import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

async function agreeing() {
  const house = await emptyHouse();
  const { body } = await createDestination(house);
  const id = String(body["id"]);
  const change = (given: object) =>
    call("PATCH", `/api/destinations/${id}`, { as: house.admin, body: given, headers: anyVersion });
  const kept = async () => {
    const asked = env.DB.prepare("SELECT confirm_json FROM destinations WHERE id = ?").bind(id);
    return (await asked.first<{ confirm_json: string | null }>())?.confirm_json ?? null;
  };
  return { id, change, kept, made: body };
}

it("what a destination may give back is set, shown, changed and taken away, and leaves what else was agreed alone", async () => {
  const { id, change, kept, made } = await agreeing();
  expect(made).toMatchObject({ returns: null });
  await env.DB.prepare("UPDATE destinations SET confirm_json = ? WHERE id = ?")
    .bind('{"confirmation":{"within_minutes":5}}', id)
    .run();
  const returns = { reasons: ["wrong number"], within_days: 7, most_per_month: 20 };
  expect(await change({ returns })).toMatchObject({ status: 200, body: { returns } });
  expect(JSON.parse((await kept()) ?? "")).toEqual({ confirmation: { within_minutes: 5 }, returns });
  expect(await change({ name: "Buyer" })).toMatchObject({ status: 200, body: { returns } });
  expect(await change({ returns: null })).toMatchObject({ status: 200, body: { returns: null } });
  expect(await kept()).toBe('{"confirmation":{"within_minutes":5}}');
});

it.each([
  ["no reason", { reasons: [] }],
  ["a reason that is blank", { reasons: [" "] }],
  ["51 reasons", { reasons: Array.from({ length: 51 }, (_, index) => `r${index}`) }],
  ["no days", { within_days: 0 }],
  ["more than a year", { within_days: 366 }],
  ["less than none", { most_per_month: -1 }],
  ["what is not known", { quota: 3 }],
])("%s is refused by its field", async (_what, returns) => {
  const { change, kept } = await agreeing();
  const answer = await change({ returns });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.body["errors"])).toContain("returns");
  expect(await kept()).toBeNull();
});
