import { advanceReplay, type ReplayAdvance, type ReplaySend } from "@leadrelay/db/replays/advance-replay";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { placeRow } from "../../test/place-row.ts";
import { deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { letterNow, placeLetter } from "../../test/placed-letter.ts";
import { rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const advanceOf = (given: Partial<ReplayAdvance> = {}): ReplayAdvance => ({
  plan_id: crypto.randomUUID(),
  client_id: "cli",
  step: 0,
  sends: [],
  queuedLetters: [],
  skipped: {},
  cursor: [1],
  next_step_at: 7,
  isLast: false,
  settledBy: "op-1",
  nowMs,
  ...given,
});
const run = (given: Partial<ReplayAdvance>) =>
  runBatch(env.DB, advanceReplay(pipelineScope, advanceOf(given)));
const asRead = (row: DeliveriesTable): ReplaySend => ({ ...row, at: nowMs + 5, tries: 4 });
const progressOf = (planId: string) =>
  rows(
    "SELECT client_id, steps, chosen, scheduled, taken_over FROM replay_progress WHERE plan_id = ?",
    planId,
  );

/** A dead delivery with a letter, and the two as they are read. */
async function dead(given: Partial<DeliveriesTable> = {}) {
  const letter = await placeLetter();
  const ended = { next_attempt_at: null, settled_at: 4, lease_until: 6 };
  return {
    letter,
    delivery: await placeDelivery({ status: "dead", dead_letter_id: letter.id, ...ended, ...given }),
  };
}

describe("a step of a replay", () => {
  it.each([
    ["the first, of one not begun", null, 0, "done"],
    ["the second, of one not begun", null, 1, "conflict"],
    ["the same again", 1, 0, "conflict"],
    ["the next", 1, 1, "done"],
    ["the one after the next", 1, 2, "conflict"],
  ])("is committed once and in order: %s", async (_which, taken, step, came) => {
    const advance = advanceOf({ step });
    const { plan_id } = advance;
    const progress = { plan_id, chosen: 0, scheduled: 0, queued: 0, next_step_at: 0, cursor_json: "[]" };
    // Another part of the plan, and another plan's, are further on: neither is asked.
    for (const other of [{ client_id: "other" }, { client_id: "cli", plan_id: crypto.randomUUID() }])
      await placeRow("replay_progress", { ...progress, skipped_json: "{}", steps: 5, ...other });
    if (taken !== null)
      await placeRow("replay_progress", { ...progress, skipped_json: "{}", client_id: "cli", steps: taken });
    expect(await whatCameOf(advanceReplay(pipelineScope, advance))).toBe(came);
  });

  it("adds up what it did, and closes the part with the last one", async () => {
    const plan_id = crypto.randomUUID();
    const [one, two] = [await placeDelivery(), await placeDelivery()];
    const finishedAt = () => rows("SELECT finished_at FROM replay_progress WHERE plan_id = ?", plan_id);
    await run({ plan_id, sends: [asRead(one)] });
    expect(await finishedAt()).toEqual([{ finished_at: null }]);
    await run({ plan_id, step: 1, sends: [asRead(two)], isLast: true });
    expect(await progressOf(plan_id)).toEqual([
      { client_id: "cli", steps: 2, chosen: 2, scheduled: 2, taken_over: 0 },
    ]);
    expect(await finishedAt()).toEqual([{ finished_at: nowMs }]);
  });
});

describe("a delivery that a replay sends", () => {
  it("is due at its time with so many tries more, and its letter closed", async () => {
    const { delivery, letter } = await dead();
    const plan_id = crypto.randomUUID();
    await run({ plan_id, sends: [asRead(delivery)] });
    const due = { status: "pending", settled_at: null, lease_until: null, next_attempt_at: nowMs + 5 };
    const round = { replay_id: plan_id, schedule_from: 3, max_attempts: 7 };
    expect(await deliveryNow(delivery)).toEqual({ ...delivery, ...due, ...round });
    const settle_reason = `replay ${plan_id}`;
    const closed = { state: "replayed", settled_by: "op-1", settled_at: nowMs, settle_reason };
    expect(await letterNow(letter)).toEqual({ ...letter, ...closed });
  });

  it("keeps its round of the schedule where it waits in one", async () => {
    const delivery = await placeDelivery({ schedule_from: 1 });
    await run({ sends: [asRead(delivery)] });
    expect(await deliveryNow(delivery)).toMatchObject({ schedule_from: 1, max_attempts: 10 });
  });

  it.each<[string, Partial<DeliveriesTable>]>([
    ["came into another state", { status: "delivered" }],
    ["was tried once more", { attempts: 4 }],
    ["had a try less", { attempts: 2 }],
    ["lost its letter", { dead_letter_id: "gone" }],
    ["was sent again by somebody else", { status: "pending" }],
  ])("is left alone with its letter where it %s since it was read", async (_what, since) => {
    const { delivery, letter } = await dead(since);
    const plan_id = crypto.randomUUID();
    await run({ plan_id, sends: [asRead({ ...delivery, status: "dead", attempts: 3 })] });
    expect(await deliveryNow(delivery)).toEqual(delivery);
    expect(await letterNow(letter)).toEqual(letter);
    expect(await progressOf(plan_id)).toMatchObject([{ chosen: 1, scheduled: 0 }]);
  });

  it("is left alone with its new letter where it died of this very replay since it was read", async () => {
    const plan_id = crypto.randomUUID();
    const { delivery, letter } = await dead({ replay_id: plan_id, attempts: 7 });
    await run({ plan_id, sends: [asRead({ ...delivery, attempts: 3 })] });
    expect(await deliveryNow(delivery)).toEqual(delivery);
    expect(await letterNow(letter)).toEqual(letter);
  });

  it.each(["discarded", "replayed"] as const)("is left alone where its letter was %s", async (state) => {
    const letter = await placeLetter({ state });
    const { delivery } = await dead({ dead_letter_id: letter.id });
    await run({ sends: [asRead(delivery)] });
    expect(await deliveryNow(delivery)).toEqual(delivery);
    expect(await letterNow(letter)).toEqual(letter);
  });

  it("keeps who settled the letter of before, where it is no longer dead of it", async () => {
    const letter = await placeLetter({ state: "discarded" });
    const delivery = await placeDelivery({ status: "held", dead_letter_id: letter.id });
    await run({ sends: [asRead(delivery)] });
    expect(await deliveryNow(delivery)).toMatchObject({ status: "pending" });
    expect(await letterNow(letter)).toEqual(letter);
  });

  it("is no other than those named, and closes no other's letter", async () => {
    const { delivery } = await dead();
    const neighbours = await placeNeighbours({ ...delivery, dead_letter_id: (await placeLetter()).id });
    const plan_id = crypto.randomUUID();
    // Another of the same plan, scheduled before, whose letter is open anew.
    const earlier = await dead({ status: "pending", replay_id: plan_id });
    await run({ plan_id, sends: [asRead(delivery)] });
    expect(await Promise.all(neighbours.map(deliveryNow))).toEqual(neighbours);
    expect(await letterNow({ id: neighbours[0]?.dead_letter_id ?? null })).toMatchObject({ state: "open" });
    expect(await letterNow(earlier.letter)).toEqual(earlier.letter);
  });

  it("is counted as taken over by the replay that had it, at its client, and nowhere else", async () => {
    const [before, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const had = await placeDelivery({ replay_id: before, client_id: "cli" });
    const changed = await placeDelivery({ replay_id: before, client_id: "cli", attempts: 5 });
    const free = await placeDelivery({ client_id: "cli" });
    const progress = { chosen: 0, scheduled: 0, queued: 0, next_step_at: 0, cursor_json: "[]", steps: 1 };
    for (const [plan_id, client_id] of [
      [before, "cli"],
      [before, "cli_2"],
      [other, "cli"],
    ])
      await placeRow("replay_progress", { ...progress, skipped_json: "{}", plan_id, client_id });
    const sends = [asRead(had), { ...asRead(changed), attempts: 4 }, asRead(free)];
    await run({ sends });
    const taken = async (planId: string) =>
      (await progressOf(planId)).map(({ client_id, taken_over }) => [client_id, taken_over]);
    expect(await taken(before)).toEqual([
      ["cli", 1],
      ["cli_2", 0],
    ]);
    expect(await taken(other)).toEqual([["cli", 0]]);
  });
});

it.each([
  ["is as it was read", {}, true],
  ["failed again meanwhile", { last_failed_at: 11 }, false],
  ["was given up meanwhile", { state: "discarded" as const }, false],
])(
  "a letter whose submission is back on the queue, and that %s: %o, closed %s",
  async (_what, given, closed) => {
    const letter = await placeLetter(given);
    await run({ queuedLetters: [{ id: letter.id, last_failed_at: 10 }] });
    expect((await letterNow(letter)).settled_by).toBe(closed ? "op-1" : null);
  },
);
