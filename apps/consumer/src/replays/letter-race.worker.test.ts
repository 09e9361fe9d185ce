import { discardLetter } from "@leadrelay/delivery/replay/discard-letter";
import { replayLetter } from "@leadrelay/delivery/replay/replay-letter";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import { apply, ownerOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { quickQueue } from "../../test/quick-queue.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const failure = { kind: "unknown_form", cause: "unknown_form", attempts: 1 } as const;

/** An open letter about a submission of a form that nobody has made yet. */
async function letterOfUnknownForm() {
  const tenant = await newTenant();
  const message = tenant.submission({ form: null, form_key: `nope_${crypto.randomUUID()}` });
  const letter = submissionLetter(message, { ...failure, failedAt: 5 });
  await recordDeadLetters(testDependencies(), [letter]);
  const stateOf = async () =>
    (await rows("SELECT state, last_failed_at FROM dead_letters WHERE id = ?", letter.id))[0];
  const failAt = (failedAt: number) =>
    recordDeadLetters(testDependencies(), [submissionLetter(message, { ...failure, failedAt })]);
  return { owner: ownerOf(tenant), letter, stateOf, failAt };
}

describe("a submission that fails again before its letter is closed", () => {
  it("keeps it open, replayed by a step", async () => {
    const { owner, stateOf } = await letterOfUnknownForm();
    const queue = virtualQueue();
    const dependencies = queue.dependencies({ leadsQueue: quickQueue() });
    const filter = { status: "dead", kinds: ["unknown_form"] } as const;
    const plan = await storedPlan(owner, dependencies, { filter });
    await apply(owner, plan.id, dependencies);
    await queue.run(dependencies);
    expect(await stateOf()).toEqual({ state: "open", last_failed_at: testNow + 1 });
    expect(await standing(owner, plan.id, dependencies)).toMatchObject({ state: "done", queued: 1 });
  });

  it("keeps it open, replayed alone", async () => {
    const { owner, letter, stateOf } = await letterOfUnknownForm();
    const reached = replayDependencies({ ...testDependencies(), leadsQueue: quickQueue() });
    const change = await replayLetter(owner, { letterId: letter.id, by: "op-1" }, reached);
    await expect(commitSingle(change)).rejects.toThrow("CHECK constraint failed: unchanged");
    expect(await stateOf()).toEqual({ state: "open", last_failed_at: testNow + 1 });
  });

  it("keeps it open, given up by somebody who had not seen that", async () => {
    const { owner, letter, stateOf, failAt } = await letterOfUnknownForm();
    const asked = { letterId: letter.id, by: "op-1", reason: "nonsense" };
    const change = await discardLetter(owner, asked, replayDependencies(testDependencies()));
    await failAt(9);
    await expect(commitSingle(change)).rejects.toThrow("CHECK constraint failed: unchanged");
    expect(await stateOf()).toEqual({ state: "open", last_failed_at: 9 });
  });
});

it("no failure brings an open letter back to the time that another had, whatever clocks and the order of arrival say", async () => {
  const { stateOf, failAt } = await letterOfUnknownForm();
  await failAt(9);
  await failAt(5);
  expect(await stateOf()).toEqual({ state: "open", last_failed_at: 10 });
});
