import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { replayLetter } from "@leadrelay/delivery/replay/replay-letter";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { testDependencies } from "../../test/deliver-messages.ts";
import { fakeQueue, type FakeQueue } from "../../test/fake-queue.ts";
import { apply, operatorOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { submissionReceiver, unsentTenant } from "../../test/unsent-thousand.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const filter = { status: "dead", kinds: ["spill"] } as const;

/** A tenant with letters about so many submissions, each so many characters long, and an applied replay of them. */
async function replayOf(count: number, leadsQueue: FakeQueue<SubmissionMessage>, characters = 1) {
  const tenant = await newTenant();
  const fields = { message: "x".repeat(characters) };
  const messages = Array.from({ length: count }, () => tenant.submission({ fields }));
  const letters = messages.map((message, index) =>
    submissionLetter(message, { kind: "spill", cause: "queue_refuses", attempts: 5, failedAt: 5 + index }),
  );
  await recordDeadLetters(testDependencies(), letters);
  const queue = virtualQueue();
  const dependencies = queue.dependencies({ leadsQueue });
  const scope = operatorOf(tenant);
  const plan = await storedPlan(scope, dependencies, { filter });
  await apply(scope, plan.id, dependencies);
  return { scope, plan, letters, messages, queue, dependencies };
}

const openOf = async (letters: readonly { id: string }[]) =>
  (
    await rows<{ id: string }>(
      "SELECT id FROM dead_letters WHERE state = 'open' AND id IN (SELECT value FROM json_each(?))",
      JSON.stringify(letters.map(({ id }) => id)),
    )
  ).map(({ id }) => id);

const refusing = (isRefused: (message: SubmissionMessage) => boolean) =>
  fakeQueue<SubmissionMessage>((bodies) => bodies.some(isRefused));

describe("a message that the queue refuses", () => {
  it.each([0, 1, 2])("as number %i of three keeps back no other, is counted, and stays", async (which) => {
    const bad = new Set<string>();
    const leadsQueue = refusing(({ submission_id }) => bad.has(submission_id));
    const { scope, plan, letters, messages, queue, dependencies } = await replayOf(3, leadsQueue);
    bad.add(messages[which]?.submission_id ?? "");
    await queue.run(dependencies, { atMost: 5 });
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      state: "done",
      queued: 2,
      skipped: { queue_refuses: 1 },
    });
    expect(leadsQueue.sent).toEqual(messages.filter((_message, index) => index !== which));
    expect(await openOf(letters)).toEqual([letters[which]?.id]);
  });

  it("for its size alone ends the replay, and is told alone", async () => {
    const leadsQueue = refusing(() => true);
    const { scope, plan, letters, queue, dependencies } = await replayOf(1, leadsQueue, 130_000);
    await queue.run(dependencies, { atMost: 5 });
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({
      state: "done",
      queued: 0,
      skipped: { queue_refuses: 1 },
    });
    const asked = { letterId: letters[0]?.id ?? "", by: "op-1" };
    const change = await replayLetter(scope, asked, replayDependencies(dependencies));
    expect(await commitSingle(change)).toBe("queue_refuses");
    expect(await openOf(letters)).toHaveLength(1);
  });
});

it("a queue that takes nothing blames no message: the step waits for it", async () => {
  let isAway = true;
  const leadsQueue = refusing(() => isAway);
  const { scope, plan, letters, queue, dependencies } = await replayOf(3, leadsQueue);
  await queue.run(dependencies, { atMost: 2 });
  expect(await standing(scope, plan.id, dependencies)).toMatchObject({ state: "running", skipped: {} });
  expect(await openOf(letters)).toHaveLength(3);
  isAway = false;
  await sweepReplays(dependencies);
  await queue.run(dependencies);
  expect(await standing(scope, plan.id, dependencies)).toMatchObject({ state: "done", queued: 3 });
});

it("a slow queue gets a step's messages as far as the time goes, and the next step goes on with the rest", async () => {
  const leadsQueue = fakeQueue<SubmissionMessage>();
  const sendBatch = leadsQueue.sendBatch.bind(leadsQueue);
  const replay = await replayOf(25, leadsQueue, 110_000);
  const { scope, plan, letters, messages, queue, dependencies } = replay;
  leadsQueue.sendBatch = async (batch) => {
    await queue.clock.wait(1_000);
    return sendBatch(batch);
  };
  await queue.run(dependencies);
  expect(leadsQueue.sent).toEqual(messages);
  expect(await standing(scope, plan.id, dependencies)).toMatchObject({ state: "done", queued: 25 });
  expect(await rows("SELECT steps FROM replay_progress WHERE plan_id = ?", plan.id)).toEqual([{ steps: 3 }]);
  expect(await openOf(letters)).toEqual([]);
});

describe("one that was kept apart and is released", () => {
  const none = { duplicate_window: 0, reengage_wait: 0, reengage_off: 0, test: 0, no_destination: 0 };
  const refused = { queue_refuses: 1 };
  const unread = { invalid_message: 1 };
  it.each<[string, rule: "blocked" | "quarantined", column: string, text: string, skipped: object]>([
    ["that the queue refuses", "blocked", "contact_name", "Refused", refused],
    ["whose message is no JSON", "quarantined", "message_json", "{", unread],
    ["whose message is none", "quarantined", "message_json", "{}", unread],
    ["whose payload is no JSON", "quarantined", "payload_json", "{", unread],
    ["whose payload is a text", "quarantined", "payload_json", '"text"', unread],
    ["whose request is no JSON", "blocked", "request_json", "{", unread],
    ["whose request is none", "blocked", "request_json", "{}", unread],
    ["whose payload is no JSON, too,", "blocked", "payload_json", "{", unread],
  ])("%s is told as what it is, and keeps back no other: %s", async (_what, rule, column, text, skipped) => {
    const { tenant, messages } = await unsentTenant({ ...none, blocked: 0, quarantined: 0, [rule]: 3 });
    const table = rule === "blocked" ? "blocked_ip_leads" : "quarantined_submissions";
    const bad = messages[1]?.submission_id ?? "";
    if (skipped === unread)
      await env.DB.prepare(`UPDATE ${table} SET ${column} = ? WHERE public_id = ?`).bind(text, bad).run();
    const queue = virtualQueue();
    const leadsQueue = refusing(({ submission_id }) => skipped === refused && submission_id === bad);
    const dependencies = queue.dependencies({ leadsQueue, fetch: submissionReceiver().fetch });
    const scope = operatorOf(tenant);
    const plan = await storedPlan(scope, dependencies, { filter: { status: "unsent" } });
    await apply(scope, plan.id, dependencies);
    await queue.run(dependencies, { atMost: 5 });
    expect(await standing(scope, plan.id, dependencies)).toMatchObject({ state: "done", skipped });
    const others = messages.map(({ submission_id }) => submission_id).filter((id) => id !== bad);
    expect(leadsQueue.sent.map(({ submission_id }) => submission_id).toSorted()).toEqual(others.toSorted());
  });
});
