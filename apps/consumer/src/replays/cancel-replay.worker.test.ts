import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { apply, cancel, misfits, standing } from "../../test/plan-replays.ts";
import { plannedReplay, statusesOf } from "../../test/planned-replay.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("a cancelled replay", () => {
  it("takes no further step", async () => {
    const { tenant, queue, dependencies, scope, plan, sent } = await plannedReplay(800);
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies, { atMost: 1 });
    expect(await cancel(scope, plan.id, dependencies)).toBe("ready");
    await queue.run(dependencies);
    await sweepReplays(dependencies);
    await queue.run(dependencies);
    expect(sent()).toHaveLength(500);
    expect(await statusesOf(tenant)).toEqual({ delivered: 500, dead: 300 });
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      state: "cancelled",
      delivered: 500,
    });
    expect(await misfits(tenant)).toEqual([]);
    expect(await apply(scope, plan.id, dependencies)).toBe("cancelled");
    expect(await cancel(scope, plan.id, dependencies)).toBe("ended");
  });

  it("with a pace has at most ten seconds of sends left", async () => {
    const { queue, dependencies, scope, plan, sent } = await plannedReplay(300, { perSecond: 10 });
    const startedAt = queue.clock.now();
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies, { until: startedAt + 7_000 });
    const sentBefore = sent().length;
    await cancel(scope, plan.id, dependencies);
    await queue.run(dependencies);
    expect(sentBefore).toBeGreaterThan(50);
    expect(sent().length - sentBefore).toBeLessThanOrEqual(110);
    expect(sent().length).toBeLessThan(200);
  });
});
