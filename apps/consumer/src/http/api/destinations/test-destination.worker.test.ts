import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse, makeUrl } from "../../../../test/api/destinations.ts";
import { newKey } from "../../../../test/api/keys.ts";
import type { House } from "../../../../test/api/people.ts";
import { rows } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();

const key = "sesame-sesame";
const settings = { url: makeUrl, api_key: key };

/** A destination, and a receiver that answers every request so. */
async function receiving(status: number, body: string, more: Record<string, unknown> = {}) {
  const house = await emptyHouse();
  const { id } = (await createDestination(house, { settings, ...more })).body;
  const received: { headers: Headers; body: Record<string, unknown> }[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    received.push({ headers: new Headers(init?.headers), body: JSON.parse(init?.body as string) });
    return new Response(body, { status });
  };
  const api = testApi({ sending: { fetch, timeoutMs: 1000 } });
  const test = (given: { as?: string } = { as: house.admin }) =>
    api.call("POST", `/api/destinations/${id}/test`, given);
  return { house, id, received, api, test };
}
const leadsOf = ({ clientId }: House) => rows("SELECT id FROM leads WHERE client_id = ?", clientId);

it("goes the way of a lead, marked, and shows what was sent and answered without secrets", async () => {
  const { house, id, received, test } = await receiving(200, `Accepted ${key} for bob@example.com`);
  const { status, body } = await test();
  expect(status).toBe(200);
  expect(received).toHaveLength(1);
  expect(received[0]?.headers.get("x-make-apikey")).toBe(key);
  expect(received[0]?.body).toMatchObject({
    test_lead: "yes",
    dev_environment: "yes",
    first_name: "LeadRelay Test",
  });
  expect(body).toMatchObject({
    outcome: "delivered",
    status_code: 200,
    exchanges: [
      {
        request: {
          method: "POST",
          url: "https://hook.eu2.make.com/…ab12",
          headers: { "x-make-apikey": "…", "content-type": "application/json" },
        },
        answer: { status: 200, body: "Accepted … for bob@example.com" },
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain(key);
  expect(JSON.stringify(body)).not.toContain(makeUrl);
  expect(await leadsOf(house)).toEqual([]);
  for (const table of ["deliveries", "delivery_attempts"])
    expect(await rows(`SELECT 1 FROM ${table} WHERE destination_id = ?`, id)).toEqual([]);
  expect(
    await rows("SELECT action FROM audit_log WHERE subject_id = ? AND actor_id = ?", id, house.admin),
  ).toContainEqual({
    action: "destination.tested",
  });
});

it.each([
  [401, "refused", "does not accept the key", "--api-key"],
  [404, "refused", "no receiver at the destination's address", "--address"],
  [410, "gone", "address is gone", "--address"],
  [503, "retry", "did not take it", "destination test"],
])("a %i is told in the words of a story, and changes nothing", async (code, outcome, happened, command) => {
  const { id, test, house } = await receiving(code, "no");
  const { body } = await test();
  expect(body).toMatchObject({ outcome, status_code: code });
  expect(body.what_happened).toContain(happened);
  expect(body.what_next).toContain(command);
  const shown = await call("GET", `/api/destinations/${id}`, { as: house.admin });
  expect(shown.body).toMatchObject({ enabled: true, waits: { dead: 0 } });
});

it("goes to a destination that is disabled, and to one that takes no tests, and says so", async () => {
  const { house, id, test, received } = await receiving(200, "ok");
  await call("PATCH", `/api/destinations/${id}`, {
    as: house.admin,
    body: { enabled: false },
    headers: anyVersion,
  });
  const { body } = await test();
  expect(body.outcome).toBe("delivered");
  expect(body.what_next).toContain("It is disabled");
  expect(body.what_next).toContain("It takes no test leads");
  expect(received).toHaveLength(1);
});

it("goes nowhere from an installation that the destination takes nothing from", async () => {
  const { test, received } = await receiving(200, "ok", { environments: ["production"] });
  const { status, body } = await test();
  expect(status).toBe(409);
  expect(body.detail).toContain("--environments production,development");
  expect(received).toEqual([]);
});

it("is sent six times a minute at most, whoever asks", async () => {
  const { test, received, house } = await receiving(200, "ok");
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => test({ as: n % 2 ? house.admin : house.agent })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
  expect(received).toHaveLength(6);
});

it("is for those who may change destinations, of their clients", async () => {
  const { house, id, test, received, api } = await receiving(200, "hello");
  const other = await emptyHouse();
  expect((await test({ as: house.viewer })).status).toBe(403);
  expect((await test({ as: other.admin })).status).toBe(404);
  expect(received).toEqual([]);
  const masked = await newKey(house, ["config:write"]);
  const { body } = await api.call("POST", `/api/destinations/${id}/test`, { key: masked });
  expect(body).toMatchObject({ outcome: "delivered", exchanges: [{ answer: null }], error: null });
});
