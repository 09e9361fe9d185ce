import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import { placeDelivery } from "../../../../test/placed-delivery.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const confirmation = { within_minutes: 15 };

async function confirming(given: Record<string, unknown> = {}) {
  const house = await emptyHouse();
  const { status, body } = await createDestination(house, given);
  const id = String(body["id"]);
  const change = (asked: object) =>
    call("PATCH", `/api/destinations/${id}`, { as: house.admin, body: asked, headers: anyVersion });
  const show = () => call("GET", `/api/destinations/${id}`, { as: house.admin });
  const kept = async () => {
    const asked = env.DB.prepare("SELECT confirm_json FROM destinations WHERE id = ?").bind(id);
    return (await asked.first<{ confirm_json: string | null }>())?.confirm_json ?? null;
  };
  return { house, id, status, change, show, kept, made: body };
}

it("what a destination must confirm is set when it is made, shown, changed and taken away, and leaves what was agreed on returns alone", async () => {
  const { made, change, kept } = await confirming({ confirmation });
  expect(made).toMatchObject({ confirmation, returns: null });
  const returns = { within_days: 7 };
  expect(await change({ returns })).toMatchObject({ status: 200, body: { confirmation, returns } });
  const later = { within_minutes: 60 };
  expect(await change({ confirmation: later })).toMatchObject({ body: { confirmation: later, returns } });
  expect(JSON.parse((await kept()) ?? "")).toEqual({ confirmation: later, returns });
  expect(await change({ confirmation: null })).toMatchObject({ body: { confirmation: null, returns } });
  expect(await change({ returns: null })).toMatchObject({ body: { confirmation: null, returns: null } });
  expect(await kept()).toBeNull();
});

it.each([
  ["no time at all", { within_minutes: 0 }],
  ["more than a week", { within_minutes: 10_081 }],
  ["half a minute", { within_minutes: 0.5 }],
  ["no time named", {}],
  ["what is not known", { within_minutes: 5, by: "mail" }],
])("%s is refused by its field", async (_what, asked) => {
  const { change, kept } = await confirming();
  const answer = await change({ confirmation: asked });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.body["errors"])).toContain("confirmation");
  expect(await kept()).toBeNull();
});

it("a kind that can confirm nothing is told so, and which can", async () => {
  const chat = { kind: "slack", settings: { url: "https://hooks.slack.com/services/T0000/B0000/abc" } };
  const refused = await confirming({ ...chat, confirmation });
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.made["errors"])).toContain("make");
  const { change } = await confirming(chat);
  expect(await change({ confirmation })).toMatchObject({ status: 422 });
  expect(await change({ confirmation: null })).toMatchObject({ status: 200 });
});

it("what it took and never confirmed is counted, listed, told by health, and may be sent again", async () => {
  const { house, id, show } = await confirming({ confirmation });
  const took = { client_id: house.clientId, destination_id: id, status: "delivered", settled_at: 1 } as const;
  const missedAt = Date.now() - 60_000;
  const missed = await placeDelivery({ ...took, unconfirmed_at: missedAt, created_at: 2 });
  const waits = await placeDelivery({ ...took, confirm_by: Date.now() + 60_000 });
  const late = await placeDelivery({ ...took, status: "confirmed", unconfirmed_at: 5, confirmed_at: 6 });
  const plain = await placeDelivery(took);
  expect((await show()).body).toMatchObject({
    waits: { unconfirmed: 1 },
    what_next: expect.stringContaining("was never confirmed"),
  });
  const list = async (query: string) =>
    (await call("GET", `/api/deliveries?destination_id=${id}&${query}`, { as: house.admin })).body[
      "items"
    ] as { id: string; confirmation: object | null }[];
  for (const [state, row] of [
    ["unconfirmed", missed],
    ["waiting", waits],
    ["confirmed", late],
  ] as const)
    expect(await list(`confirmation=${state}`)).toMatchObject([
      { id: row.public_id, confirmation: { state } },
    ]);
  const all = new Map((await list("")).map((one) => [one.id, one.confirmation]));
  expect(all.get(plain.public_id)).toBeNull();
  expect(all.get(late.public_id)).toEqual({
    state: "confirmed",
    due_at: null,
    unconfirmed_at: 5,
    confirmed_at: 6,
  });
  const { body } = await call("GET", "/api/health", { as: house.admin });
  const check = (body["checks"] as { name: string; message: string; state: string }[]).find(
    ({ name }) => name === "unconfirmed_deliveries",
  );
  expect(check).toMatchObject({ state: "warning", message: expect.stringContaining("took 1 lead") });
});
