import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse, type House } from "../../../../test/api/people.ts";
import { deliverMessages, testDependencies, testNow } from "../../../../test/deliver-messages.ts";
import { answersOf, deliveriesOf, scriptedReceiver, wake } from "../../../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const dayMs = 86_400_000;
const rules = { answer_at: "result", duplicate_when: ["duplicate"], reason_at: "why" };

async function setRules(house: House, given: object, kind = "webhook"): Promise<void> {
  const settings = { url: "https://buyer.example.com/leads", signature: "none", ...given };
  const sealer = await testDependencies().sealer();
  await env.DB.prepare("UPDATE destinations SET kind = ?, sealed_settings = ? WHERE id = ?")
    .bind(
      kind,
      await sealer.seal(JSON.stringify(settings), sealedSettingsAt(house.destinationId)),
      house.destinationId,
    )
    .run();
}

/** A buyer with rules or without, that answered a lead each of these, the first one first. */
async function answered(bodies: readonly (readonly [status: number, body: string])[], given: object = {}) {
  const house = await newHouse();
  await setRules(house, given);
  for (const [index, answer] of bodies.entries()) {
    const message = house.submission({ fields: { email: `p${index}@example.com` } });
    await deliverMessages([{ ...message, context: { ...message.context, ip: null } }]);
    const due = (await deliveriesOf(house)).filter(({ status }) => status === "pending");
    await wake(due, scriptedReceiver(...answersOf(answer)));
  }
  return house;
}

const preview = (
  house: House,
  settings?: object,
  given: { as?: string; key?: Awaited<ReturnType<typeof newKey>> } = { as: house.admin },
  dependencies: Parameters<typeof testApi>[0] = {},
) =>
  testApi({ now: () => testNow + dayMs, exchangesKeptMs: 30 * dayMs, ...dependencies }).call(
    "POST",
    `/api/destinations/${house.destinationId}/answers`,
    { ...given, body: settings === undefined ? {} : { settings } },
  );

describe("the last answers of a webhook", () => {
  it("are told with what they count as, and what they would by other rules", async () => {
    const house = await answered([
      [200, '{"result":"ok"}'],
      [200, '{"result":"duplicate","why":"had it"}'],
    ]);
    const { status, body } = await preview(house, rules);
    expect(status).toBe(200);
    expect(body).toMatchObject({ destination_id: house.destinationId, changed: 1 });
    expect(body.answers).toEqual([
      expect.objectContaining({
        status_code: 200,
        body: '{"result":"duplicate","why":"had it"}',
        is_cut: false,
        attempt: 1,
        counted_as: "delivered",
        by_its_rules: { outcome: "delivered", reason: null, reference: null },
        by_these_rules: { outcome: "duplicate_at_receiver", reason: "HTTP 200: had it", reference: null },
      }),
      expect.objectContaining({
        body: '{"result":"ok"}',
        by_these_rules: expect.objectContaining({ outcome: "delivered" }),
      }),
    ]);
  });

  it("count by the rules that it has where none are given, and by null for one without it", async () => {
    const house = await answered([[200, '{"result":"duplicate"}']], rules);
    const [saved, without] = await Promise.all([
      preview(house),
      preview(house, { answer_at: null, duplicate_when: null }),
    ]);
    expect(saved.body).toMatchObject({
      changed: 0,
      answers: [
        { counted_as: "duplicate_at_receiver", by_these_rules: { outcome: "duplicate_at_receiver" } },
      ],
    });
    expect(without.body).toMatchObject({
      changed: 1,
      answers: [{ by_these_rules: { outcome: "delivered" } }],
    });
  });

  it("are twenty at most, of each delivery the last try's", async () => {
    const house = await answered(Array.from({ length: 22 }, (_, index) => [200, `{"id":${index}}`] as const));
    const { body } = await preview(house);
    expect(body.answers).toHaveLength(20);
    const twice = await answered([[503, "busy"]]);
    const later = { ...scriptedReceiver(...answersOf([200, "taken"])), now: () => testNow + 60_000 };
    await wake(await deliveriesOf(twice), later);
    expect((await preview(twice)).body.answers).toMatchObject([{ attempt: 2, body: "taken" }]);
  });

  it("are none where no answer came, or none is kept any more", async () => {
    const silent = await answered([]);
    const message = silent.submission({ fields: { email: "asha@example.com" } });
    await deliverMessages([message]);
    await wake(await deliveriesOf(silent), scriptedReceiver(new Error("reset")));
    expect((await preview(silent)).body.answers).toEqual([]);
    const house = await answered([[200, "ok"]]);
    for (const dependencies of [{ exchangesKeptMs: 0 }, { now: () => testNow + 31 * dayMs }])
      expect((await preview(house, {}, undefined, dependencies)).body.answers).toEqual([]);
  });

  it("are not judged by their words where only their beginning is kept", async () => {
    const house = await answered([[200, `{"text":"${"x".repeat(3_000)}","result":"duplicate"}`]]);
    expect((await preview(house, rules)).body.answers).toMatchObject([
      { is_cut: true, by_its_rules: { outcome: "delivered" }, by_these_rules: { outcome: null } },
    ]);
  });

  it("are hidden from whoever sees contacts masked", async () => {
    const house = await answered([[200, "asha@example.com is known"]]);
    const key = await newKey(house, ["config:read", "leads:read"]);
    const { status, body } = await preview(house, {}, { key });
    expect(status).toBe(403);
    expect(JSON.stringify(body)).not.toContain("asha@example.com");
    expect(body.detail).toContain("contacts:read");
  });

  it("are read in a few rows each", async () => {
    const house = await answered([
      [200, "a"],
      [200, "b"],
    ]);
    const metered = meteredD1((sql) => sql.includes("delivery_attempts"));
    await preview(house, {}, undefined, { leadDatabase: metered.databases.leadDatabase });
    expect(metered.bill.read).toBeGreaterThan(0);
    expect(metered.bill.read).toBeLessThanOrEqual(2 * 10);
  });
});

it.each<[what: string, settings: object, said: string]>([
  ["a setting that is no rule", { url: "https://other.example.com" }, "settings.url is no response rule"],
  ["a name that every object has", { constructor: "x" }, "settings.constructor is no response rule"],
  ["a path that is none", { answer_at: "a..b" }, "settings.answer_at should be a path"],
  ["words that are no list", { refused_when: 7 }, "settings.refused_when"],
])("%s is refused by its name", async (_what, settings, said) => {
  const house = await newHouse();
  await setRules(house, {});
  const { status, body } = await preview(house, settings);
  expect(status).toBe(422);
  expect(body.detail).toContain(said);
});

it("a kind that has no response rules says so", async () => {
  const house = await newHouse();
  const { status, body } = await preview(house);
  expect(status).toBe(409);
  expect(body.detail).toContain("Only a webhook has response rules");
});
