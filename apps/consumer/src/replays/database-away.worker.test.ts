import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { tenantWithDead } from "../../test/dead-deliveries.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { apply, operatorOf, storedPlan } from "../../test/plan-replays.ts";
import { rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("a database that is away keeps back no part of a replay in another, and the replay is not done without its own", async () => {
  const [one, other] = [await tenantWithDead(2), await tenantWithDead(3)];
  const queue = virtualQueue();
  const { received, fetch } = scriptedReceiver();
  const names = { leadDatabaseNames: ["DB", "DB_EU"] };
  const working = { ...queue.dependencies({ fetch }), ...names, leadDatabase: () => env.DB };
  const away = failing(env.DB, ["batch"]);
  const halved = { ...working, leadDatabase: (name: string) => (name === "DB" ? env.DB : away) };
  const both = operatorOf(one.tenant, other.tenant);
  const clients = both.clients.map((client) =>
    client.id === other.tenant.clientId ? { ...client, database: "DB_EU" } : client,
  );
  const scope = { ...both, clients };
  const plan = await storedPlan(scope, working);
  await apply(scope, plan.id, halved);
  queue.lose(60_000);
  await expect(sweepReplays(halved)).rejects.toThrow("Network connection lost");
  await queue.run(halved, { atMost: 10 });
  queue.lose(60_000);
  await expect(sweepReplays(halved)).rejects.toThrow("Network connection lost");
  expect(received.map((each) => each.make_send_public_id).toSorted()).toEqual(one.ids.toSorted());
  expect(await rows("SELECT state FROM replay_plans WHERE id = ?", plan.id)).toEqual([{ state: "running" }]);
  await sweepReplays(working);
  await queue.run(working);
  expect(received).toHaveLength(5);
  expect(await rows("SELECT state FROM replay_plans WHERE id = ?", plan.id)).toEqual([{ state: "done" }]);
});
