import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testApi } from "../../../test/api/admin-api.ts";
import { calmInstallation } from "../../../test/api/calm-installation.ts";
import { manyDeliveries } from "../../../test/api/many-deliveries.ts";
import { newHouse } from "../../../test/api/people.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";

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

  it("counts for the installation's owners what lies in KV and in the queues", async () => {
    const house = await newHouse({ installation: true });
    await env.KV.put(kvKeys.spill(v7()), "{}");
    expect(await status(house.owner)).toMatchObject({
      spilled: { count: 1, is_more: false },
      parked: { count: 0, is_more: false },
      queues: [
        { queue: "leads", count: 0 },
        { queue: "deliveries", count: 0 },
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
