import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { apply, ownerOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { invalidMessageLetter, messageText } from "../dead-letters/invalid-message-letter.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("submissions whose form is there now, or that can be read now, go back to the queue a hundred a step, once each, and what is no message stays", async () => {
  const tenant = await newTenant();
  const context = { ...tenant.submission().context, ip: null };
  const unread = tenant.submission({ fields: { email: "unread@example.com" } });
  const messages = Array.from({ length: 150 }, (_, index) =>
    tenant.submission({ form: null, fields: { email: `late${index}@example.com` }, context }),
  );
  const failure = { kind: "unknown_form", cause: "unknown_form", attempts: 1, failedAt: 5 } as const;
  await recordDeadLetters(testDependencies(), [
    ...messages.map((message) => submissionLetter(message, failure)),
    invalidMessageLetter("no message", { cause: "not_a_submission", attempts: 1, failedAt: 6 }),
    invalidMessageLetter(messageText(unread), { cause: "not_a_submission", attempts: 1, failedAt: 6 }),
    // Its kind says a submission; its text is none.
    { ...submissionLetter(tenant.submission(), failure), client_id: null, payload_json: "{" },
  ]);
  const queue = virtualQueue();
  const leadsQueue = fakeQueue<SubmissionMessage>();
  const dependencies = queue.dependencies({ leadsQueue });
  const owner = ownerOf(tenant);
  const filter = { status: "dead", kinds: ["unknown_form", "invalid_message"] } as const;
  const plan = await storedPlan(owner, dependencies, { filter });
  expect(plan.summary).toMatchObject({ count: 153, messages: 153, skipped: {} });
  await apply(owner, plan.id, dependencies);
  await queue.run(dependencies);
  expect(await standing(owner, plan.id, dependencies)).toMatchObject({
    state: "done",
    queued: 151,
    scheduled: 0,
    skipped: { invalid_message: 2 },
  });
  const [progress] = await rows("SELECT steps FROM replay_progress");
  expect(progress).toEqual({ steps: 2 });
  expect(new Set(leadsQueue.sent.map(({ submission_id }) => submission_id)).size).toBe(151);
  expect(leadsQueue.sent).toHaveLength(151);
  expect(await rows("SELECT state, count(*) AS n FROM dead_letters GROUP BY 1 ORDER BY 1")).toEqual([
    { state: "open", n: 2 },
    { state: "replayed", n: 151 },
  ]);
  await deliverMessages(leadsQueue.sent.slice(0, 100));
  const [stored] = await rows(
    "SELECT count(*) AS n FROM lead_submissions WHERE client_id = ?",
    tenant.clientId,
  );
  expect(stored).toEqual({ n: 100 });
});
