import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { anyVersion, createDestination, emptyHouse } from "../../../../test/api/destinations.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import { deliverMessages, testNow } from "../../../../test/deliver-messages.ts";
import { deliveriesOf, scriptedReceiver, wake } from "../../../../test/deliver-wakeups.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
/** At the time by which leads are stored and sent in tests. */
const then = testApi({ now: () => testNow + 1_000 });

/** A house whose destination got a lead for each of these statuses. */
async function settled(statuses: readonly number[]) {
  const house = await emptyHouse();
  const { body: made } = await createDestination(house);
  for (const [index, status] of statuses.entries()) {
    const message = house.submission({
      fields: { email: `p${index}@example.com` },
      context: { ...house.submission().context, ip: null },
    });
    await deliverMessages([message]);
    await wake(await deliveriesOf(house), scriptedReceiver(new Response("said", { status })));
  }
  const standings = async (as = house.viewer) =>
    (await then.call("GET", `/api/destination-standings?client_id=${house.clientId}`, { as })).body;
  return { house, id: String(made.id), standings };
}

interface Hour {
  delivered: number;
  dead: number;
}

describe("how destinations stand", () => {
  it("tells of the last 24 hours what arrived and what died, and when it took a lead last", async () => {
    const { id, standings } = await settled([200, 400, 200]);
    const { items } = (await standings()) as {
      items: { destination_id: string; hours: Hour[]; last_delivered_at: number | null }[];
    };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ destination_id: id, state: "on", words: "takes leads", caps: [] });
    const hours = items[0]?.hours ?? [];
    expect(hours).toHaveLength(24);
    const sum = (outcome: keyof Hour) => hours.reduce((all, hour) => all + hour[outcome], 0);
    expect([sum("delivered"), sum("dead")]).toEqual([2, 1]);
    expect(items[0]?.last_delivered_at).toEqual(expect.any(Number));
  });

  it("is read from counters, at a few rows however much was sent", async () => {
    const { house } = await settled([200, 200, 400, 200, 200, 400]);
    const { bill, databases } = meteredD1((sql) => /FROM (?:destinations|json_each|tallies)/.test(sql));
    const metered = testApi({ now: () => testNow + 1_000, ...databases });
    await metered.call("GET", `/api/destination-standings?client_id=${house.clientId}`, { as: house.viewer });
    expect(bill.written).toBe(0);
    expect(bill.read).toBeGreaterThan(0);
    expect(bill.read).toBeLessThanOrEqual(20);
  });

  it("of one is the same as among all, and reads no other's rows", async () => {
    const { house, id, standings } = await settled([200, 400, 200]);
    const ask = (api: typeof then) =>
      api.call("GET", `/api/destination-standings?destination_id=${id}`, { as: house.viewer });
    expect((await ask(then)).body).toEqual(await standings());
    const { bill, databases } = meteredD1((sql) => /FROM (?:\(SELECT \?|json_each|tallies)/.test(sql));
    const metered = testApi({ now: () => testNow + 1_000, ...databases });
    await ask(metered);
    const before = bill.read;
    for (let more = 0; more < 5; more += 1) await createDestination(house);
    bill.read = 0;
    expect((await ask(metered)).body.items).toHaveLength(1);
    expect([before > 0, bill.read]).toEqual([true, before]);
  });

  it("names the one that was switched off, and the one that is full with how far its cap is used", async () => {
    const { house, id, standings } = await settled([]);
    const change = (body: object) =>
      call("PATCH", `/api/destinations/${id}`, { as: house.admin, body, headers: anyVersion });
    await change({ limits: { time_zone: "UTC", hours: { monday: ["00:00-00:01"] }, caps: [] } });
    expect(await standings()).toMatchObject({
      items: [{ state: "closed", until: expect.any(Number) as number }],
    });
    await change({ enabled: false });
    expect(await standings()).toMatchObject({
      items: [{ state: "paused", since: expect.any(Number) as number }],
    });
  });

  it("are nobody else's, and none of one that was deleted", async () => {
    const { house, id, standings } = await settled([]);
    const other = await newHouse();
    const asked = await call("GET", `/api/destination-standings?destination_id=${id}`, { as: other.owner });
    expect(asked.body.items).toEqual([]);
    await call("DELETE", `/api/destinations/${id}`, { as: house.admin });
    expect(await standings()).toMatchObject({ items: [] });
  });
});

it("a destination is made with its limits and what it may give back", async () => {
  const house = await emptyHouse();
  const limits = { time_zone: "UTC", caps: [{ per: "day", leads: 5 }] };
  const returns = { reasons: ["late"], within_days: 7 };
  const { status, body } = await createDestination(house, { limits, returns });
  expect(status).toBe(201);
  const shown = await call("GET", `/api/destinations/${String(body.id)}`, { as: house.viewer });
  expect(shown.body).toMatchObject({ limits: { caps: [{ per: "day", leads: 5 }] }, returns });
});
