import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { newKey } from "../../../../test/api/keys.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import {
  answersOf,
  deliveriesOf,
  hookUrl,
  scriptedReceiver,
  sealUrl,
  wake,
} from "../../../../test/deliver-wakeups.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const dayMs = 86_400_000;
const at = (now: number, keptDays = 30) => testApi({ now: () => now, exchangesKeptMs: keptDays * dayMs });

/** A delivery that was refused, then taken. */
async function twiceTried() {
  const house = await newHouse();
  await sealUrl(house, hookUrl);
  await deliverMessages([house.submission({ fields: { email: "asha@example.com" } })]);
  await wake(await deliveriesOf(house), scriptedReceiver(...answersOf([503, "asha@example.com waits"])));
  await wake(await deliveriesOf(house), { ...scriptedReceiver(), now: () => testNow + 60_000 });
  const [delivery] = await deliveriesOf(house);
  return { house, path: `/api/deliveries/${delivery?.public_id}` };
}

it("each try of a delivery shows what was sent and answered, without what lets in", async () => {
  const { house, path } = await twiceTried();
  const { status, body } = await at(testNow + dayMs).call("GET", path, { as: house.agent });
  expect(status).toBe(200);
  const sent = {
    method: "POST",
    url: "https://hook.example.com/…",
    headers: { "content-type": "application/json" },
    body: expect.stringContaining('"email":"asha@example.com"'),
    is_cut: false,
  };
  expect(body.attempts_made).toMatchObject([
    {
      number: 1,
      exchanges: [{ request: sent, answer: { status: 503, body: "asha@example.com waits", is_cut: false } }],
    },
    { number: 2, exchanges: [{ request: sent, answer: { status: 200, body: "Accepted" } }] },
  ]);
  expect(JSON.stringify(body)).not.toContain(hookUrl);
  const earlier = await at(testNow + dayMs).call("GET", `${path}?attempts_before=2`, { as: house.agent });
  expect(earlier.body.attempts_made).toMatchObject([{ number: 1, exchanges: [{ request: sent }] }]);
});

it("those who see contacts masked are told of the tries, and not what they said", async () => {
  const { house, path } = await twiceTried();
  const masked = await newKey(house, ["leads:read"]);
  const { status, body } = await testApi({ now: Date.now }).call("GET", path, { key: masked });
  expect(status).toBe(200);
  expect(body.attempts_made).toMatchObject([{ exchanges: null }, { exchanges: null }]);
  expect(JSON.stringify(body)).not.toContain("asha@example.com");
});

it.each([
  [
    "what is older than it is kept is shown no more, removed or not",
    testNow + 30 * dayMs + 1,
    30,
    [null, [{}]],
  ],
  ["what is kept for a shorter time, too", testNow + dayMs + 1, 1, [null, [{}]]],
  ["where none is kept none is shown", testNow + 61_000, 0, [null, null]],
])("%s", async (_what, now, days, exchanges) => {
  const { house, path } = await twiceTried();
  const { body } = await at(now, days).call("GET", path, { as: house.agent });
  expect(body.attempts_made).toMatchObject(exchanges.map((each) => ({ exchanges: each })));
});
