import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { calmInstallation } from "../../../../test/api/calm-installation.ts";
import { manyDeliveries, manyFrom } from "../../../../test/api/many-deliveries.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const now = Date.now();

beforeEach(() => calmInstallation(now));

describe("the queue's status", () => {
  const status = async (as: string, query = "") => {
    const answer = await testApi().call("GET", `/api/queue-status${query}`, { as });
    expect(answer.status).toBe(200);
    return answer.body;
  };

  it("counts what waits, is under way, held and dead, by destination", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 5_000);
    const body = await status(house.viewer);
    const counts = {
      due: { count: 5 },
      in_flight: { count: 5 },
      held: { count: 5 },
      later: { count: 0, is_more: false },
    };
    expect(body).toMatchObject({ ...counts, dead: 5, spilled: null, parked: null, queues: null });
    expect(body.oldest_due_at).toBe(body.destinations[0].oldest_due_at);
    expect(body.destinations).toMatchObject([
      { id: house.destinationId, name: "Make", enabled: true, ...counts },
    ]);
  });

  it("tells of a destination that is down though nothing waits for it, unless it is off", async () => {
    const house = await newHouse();
    await env.DB.prepare(
      "INSERT INTO destination_health (destination_id, client_id, state, since, suspects_json, probe_wait_ms, next_probe_at) VALUES (?, ?, 'down', 1, '[]', 5000, 1)",
    )
      .bind(house.destinationId, house.clientId)
      .run();
    expect((await status(house.admin)).destinations).toMatchObject([
      { id: house.destinationId, due: { count: 0 }, health: { state: "down", since: 1 } },
    ]);
    await env.DB.prepare("UPDATE destinations SET enabled = 0 WHERE id = ?").bind(house.destinationId).run();
    expect((await status(house.admin)).destinations).toEqual([]);
  });

  it("reads a bounded number of rows, however long the backlog is", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 20_000);
    await env.DB.prepare(
      "UPDATE deliveries SET status = 'pending', settled_at = NULL, next_attempt_at = created_at WHERE client_id = ?",
    )
      .bind(house.clientId)
      .run();
    const { bill, databases } = meteredD1();
    const { body } = await testApi(databases).call("GET", "/api/queue-status", { as: house.owner });
    expect(body.due).toEqual({ count: 1_000, is_more: true });
    expect(bill.read).toBeLessThanOrEqual(3_500);
  });

  it("tells of each destination how many wait after failing, and what the receiver said", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 2_000);
    const retrying = (from: number, to: number, code: number, dueAt: number) =>
      env.DB.prepare(
        `UPDATE deliveries SET status = 'pending', settled_at = NULL, attempts = 1, last_status_code = ?1, next_attempt_at = ?2
         WHERE client_id = ?3 AND created_at > ?4 + ?5 * 1000 AND created_at <= ?4 + ?6 * 1000`,
      ).bind(code, dueAt, house.clientId, manyFrom, from, to);
    await env.DB.batch([
      env.DB.prepare("UPDATE deliveries SET attempts = 0 WHERE client_id = ?").bind(house.clientId),
      retrying(10, 60, 500, now + 60_000),
      retrying(60, 70, 503, now - 1_000),
    ]);
    const body = await status(house.viewer);
    const failing = { count: 60, is_more: false };
    expect(body).toMatchObject({ failing, later: { count: 50 } });
    expect(body.destinations).toMatchObject([{ failing, failing_status_code: 500 }]);
  });

  it("counts no retry by hand as failing that has not failed again", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 1_000);
    await env.DB.prepare("UPDATE deliveries SET schedule_from = attempts WHERE client_id = ?")
      .bind(house.clientId)
      .run();
    const body = await status(house.viewer);
    expect(body.destinations).toMatchObject([
      { due: { count: 1 }, failing: { count: 0 }, failing_status_code: null },
    ]);
  });

  it("reads a bounded number of rows of what is due later, too", async () => {
    const house = await newHouse();
    await manyDeliveries(house, 20_000);
    await env.DB.prepare(
      `UPDATE deliveries SET status = 'pending', settled_at = NULL, last_status_code = 500,
         next_attempt_at = ? + iif(created_at % 2000 = 0, 1000000, -1000000) WHERE client_id = ?`,
    )
      .bind(now, house.clientId)
      .run();
    const { bill, databases } = meteredD1();
    const { body } = await testApi(databases).call("GET", "/api/queue-status", { as: house.owner });
    expect(body.failing).toEqual({ count: 2_000, is_more: true });
    expect(bill.read).toBeLessThanOrEqual(3_500);
  });

  it("counts for the installation's owners what lies in KV and in the queues", async () => {
    const house = await newHouse({ installation: true });
    await env.KV.put(kvKeys.spill(v7()), "{}");
    expect(await status(house.owner)).toMatchObject({
      spilled: { count: 1, is_more: false },
      parked: { count: 0, is_more: false },
      queues: [
        { queue: "leads", count: 0 },
        { queue: "deliveries", count: 0 },
        { queue: "deliveries-slow", count: 0 },
      ],
    });
  });

  it("is another tenant's alone", async () => {
    const [house, other] = await Promise.all([newHouse(), newHouse()]);
    await manyDeliveries(house, 2_000);
    expect(await status(other.owner)).toMatchObject({ due: { count: 0 }, dead: 0, destinations: [] });
    const path = `/api/queue-status?client_id=${house.clientId}`;
    expect((await testApi().call("GET", path, { as: other.owner })).status).toBe(404);
  });
});
