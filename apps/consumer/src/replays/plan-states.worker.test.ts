import type { ReplayState } from "@leadrelay/contracts/replay";
import type { ReplayPlan } from "@leadrelay/db/replays/replay-plan";
import { reserveSlots } from "@leadrelay/db/replays/reserve-slots";
import {
  applyReplayPlan,
  cancelReplayPlan,
  finishReplayPlan,
  insertReplayPlan,
} from "@leadrelay/db/replays/write-replay-plan";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { scopeOf } from "../../test/counters.ts";
import { placeRow } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const nowMs = 1_000;
const scope = scopeOf(["cli"]);

async function placePlan(state: ReplayState, expires_at = 2_000) {
  const json = { filter_json: "{}", parts_json: "[]", summary_json: "{}" };
  const row = {
    id: crypto.randomUUID(),
    created_by: "op",
    until: 1,
    state,
    created_at: 1,
    expires_at,
    ...json,
  };
  await placeRow("replay_plans", row);
  return { ...row, parts: [{ client_id: "cli", database: "DB" }] } as unknown as ReplayPlan;
}
const stateOf = async ({ id }: ReplayPlan) =>
  (await rows<{ state: string }>("SELECT state FROM replay_plans WHERE id = ?", id))[0]?.state;

describe("a plan", () => {
  it.each<[string, ReplayState, number, boolean]>([
    ["planned", "planned", nowMs + 1, true],
    ["that runs out now", "planned", nowMs, false],
    ["that runs already", "running", 2_000, false],
    ["that is done", "done", 2_000, false],
    ["that was cancelled", "cancelled", 2_000, false],
  ])("%s: %s until %i, started %s, and no other with it", async (_what, state, expiresAt, started) => {
    const other = await placePlan("planned");
    const plan = await placePlan(state, expiresAt);
    expect(await whatCameOf(applyReplayPlan(scope, plan, "op-1", nowMs))).toBe(started ? "done" : "conflict");
    expect([await stateOf(plan), await stateOf(other)]).toEqual([started ? "running" : state, "planned"]);
  });

  it.each<[ReplayState, boolean]>([
    ["planned", true],
    ["running", true],
    ["done", false],
    ["cancelled", false],
  ])("that is %s is cancelled %s, and no other with it", async (state, cancelled) => {
    const other = await placePlan("running");
    const plan = await placePlan(state);
    expect(await whatCameOf(cancelReplayPlan(scope, plan, nowMs))).toBe(cancelled ? "done" : "conflict");
    expect([await stateOf(plan), await stateOf(other)]).toEqual([cancelled ? "cancelled" : state, "running"]);
  });

  it.each<[ReplayState, string]>([
    ["running", "done"],
    ["planned", "planned"],
    ["cancelled", "cancelled"],
  ])("that is %s when its last send has had its turn is %s", async (state, after) => {
    const other = await placePlan("running");
    const plan = await placePlan(state);
    await runBatch(env.DB, [finishReplayPlan(pipelineScope, plan.id, nowMs)]);
    expect([await stateOf(plan), await stateOf(other)]).toEqual([after, "running"]);
  });

  it("with a part of another tenant's is not begun, cancelled or stored", async () => {
    const plan = await placePlan("planned");
    const foreign = { ...plan, parts: [...plan.parts, { client_id: "other", database: "DB" }] };
    expect(() => applyReplayPlan(scope, foreign, "op-1", nowMs)).toThrow("outside this scope");
    expect(() => cancelReplayPlan(scope, foreign, nowMs)).toThrow("outside this scope");
    expect(() => insertReplayPlan(scope, foreign)).toThrow("outside this scope");
  });
});

describe("sends reserved at a destination", () => {
  const reserve = async (id: string, sends: number, at: number) =>
    (await runBatch(env.DB, [reserveSlots(pipelineScope, new Map([[id, sends]]), 10, at)]))[0][0]?.first_at;

  it("stand behind those reserved before, and begin now when those are over", async () => {
    const id = crypto.randomUUID();
    expect(await reserve(id, 5, 1_000)).toBe(1_000);
    expect(await reserve(id, 5, 1_000)).toBe(1_500);
    expect(await reserve(id, 5, 1_999)).toBe(2_000);
    expect(await reserve(id, 5, 9_000)).toBe(9_000);
    expect(await reserve(crypto.randomUUID(), 5, 1_000)).toBe(1_000);
  });
});
