import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { anna, submitForm } from "../../../../test/api/person.ts";
import { testNow } from "../../../../test/deliver-messages.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const day = 86_400_000;
const { call } = testApi({ now: () => testNow });

async function told(house: House) {
  const { body } = await call("GET", "/api/health", { as: house.viewer });
  const checks = body.checks as { name: string; state: string; message: string; what_to_do: string | null }[];
  return checks.find(({ name }) => name === "told_to_nobody");
}

const closeAll = ({ clientId }: House) =>
  env.DB.prepare("UPDATE destinations SET event_types_json = '[]' WHERE client_id = ?").bind(clientId).run();
const post = (house: House, ago: number, email = anna.email) =>
  submitForm(house, { ...anna, email, phone: "" }, { received_at: testNow - ago });

it("a client whose new leads no destination takes is named, with since when and what to type next", async () => {
  const house = await newHouse();
  await closeAll(house);
  await post(house, 2 * day);
  const one = await told(house);
  expect(one).toMatchObject({ state: "warning" });
  expect(one?.message).toMatch(
    new RegExp(
      `^1 new lead of client ${house.clientId} was sent to nobody since 20.* UTC, because no destination takes it\\.$`,
    ),
  );
  expect(one?.what_to_do).toContain(
    `leadrelay unsent release --client ${house.clientId} --rule no_destination`,
  );
  expect(one?.message).not.toContain(anna.email);
});

it("one whose leads are sent, who heard of them once, or lost them long ago is well", async () => {
  const [sent, repeated, old] = await Promise.all([newHouse(), newHouse(), newHouse()]);
  await post(sent, day);
  await post(repeated, day);
  await closeAll(repeated);
  await post(repeated, day - 60_000);
  await closeAll(old);
  await post(old, 4 * day);
  for (const house of [sent, repeated, old]) expect(await told(house)).toMatchObject({ state: "ok" });
});

it("another's clients are not told of", async () => {
  const [theirs, mine] = await Promise.all([newHouse(), newHouse()]);
  await closeAll(theirs);
  await post(theirs, day);
  expect(await told(mine)).toMatchObject({ state: "ok" });
});

it("what was released is told of no more", async () => {
  const house = await newHouse();
  await closeAll(house);
  const id = await post(house, day);
  await env.DB.prepare("UPDATE lead_submissions SET unsent = NULL WHERE public_id = ?").bind(id).run();
  expect(await told(house)).toMatchObject({ state: "ok" });
});
