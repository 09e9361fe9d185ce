import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { tenantWithDead } from "../../test/dead-deliveries.ts";
import { testDependencies } from "../../test/deliver-messages.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { apply, misfits, operatorOf, standing, storedPlan } from "../../test/plan-replays.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const longerThanAnyLeaseMs = 10 * 60_000;
const dead = new Error("the process is gone");

/** Bindings that answer so many calls, and then none any more; the last either still took effect or not. */
function dyingAt(call: number, lastTakesEffect: boolean, given: Dependencies) {
  let calls = 0;
  const guarded = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    calls += 1;
    if (calls > call || (calls === call && !lastTakesEffect)) throw dead;
    const result = await run();
    if (calls >= call) throw dead;
    return result;
  };
  // Two databases as far as the code can tell: what a client's own would be.
  const [control, lead] = [1, 2].map(() => watchedD1(env.DB, (_sql, run) => guarded(run)));
  const dying = <Body>(queue: Queue<Body>): Queue<Body> => ({
    send: (body, options) => guarded(() => queue.send(body, options)),
    sendBatch: (messages) => guarded(() => queue.sendBatch(messages)),
    metrics: () => queue.metrics(),
  });
  const dependencies: Dependencies = {
    ...given,
    control: control ?? env.DB,
    leadDatabase: () => lead ?? env.DB,
    deliveriesQueue: dying(given.deliveriesQueue),
    leadsQueue: dying(given.leadsQueue),
  };
  return { dependencies, hasDied: () => calls >= call };
}

async function addMessageLetters(tenant: Tenant, count: number): Promise<SubmissionMessage[]> {
  const messages = Array.from({ length: count }, () => tenant.submission());
  const failure = { kind: "spill", cause: "refused", attempts: 5, failedAt: 5_000 } as const;
  await recordDeadLetters(
    testDependencies(),
    messages.map((message) => submissionLetter(message, failure)),
  );
  return messages;
}

const filter = { status: "dead", kinds: ["delivery", "spill"] } as const;

/** Applies a plan over 4 deliveries and 3 messages, dies at a call of its steps, and begins again until nothing is left to do. */
async function dieAndGoOn(call: number, lastTakesEffect: boolean, perSecond: number | null) {
  const { tenant, ids } = await tenantWithDead(4);
  const messages = await addMessageLetters(tenant, 3);
  const queue = virtualQueue();
  const { received, fetch } = scriptedReceiver();
  const leadsQueue = fakeQueue<SubmissionMessage>();
  const working = queue.dependencies({ fetch, leadsQueue });
  const scope = operatorOf(tenant);
  const plan = await storedPlan(scope, working, { filter, perSecond });
  const { dependencies, hasDied } = dyingAt(call, lastTakesEffect, working);
  await apply(scope, plan.id, dependencies).catch(() => {});
  await queue.run(dependencies, { atMost: 10, only: "replay_step" });
  const died = hasDied();
  queue.lose(longerThanAnyLeaseMs);
  // What was committed goes on by itself; what was not was never applied.
  await apply(scope, plan.id, working);
  for (let minute = 0; minute < 3; minute += 1) {
    await sweepDeliveries(working);
    await sweepReplays(working);
    await queue.run(working);
  }
  const queued = new Set(leadsQueue.sent.map(({ submission_id }) => submission_id));
  const mine = new Set(ids);
  return {
    died,
    sent: received
      .map((each) => each.make_send_public_id)
      .filter((id) => mine.has(id))
      .toSorted(),
    ids: ids.toSorted(),
    unqueued: messages.filter(({ submission_id }) => !queued.has(submission_id)),
    open: await rows("SELECT id FROM dead_letters WHERE client_id = ? AND state = 'open'", tenant.clientId),
    standing: await standing(scope, plan.id, working),
    misfits: await misfits(tenant),
  };
}

describe.each([
  ["in several steps", 0.3],
  ["in one", null],
])("a replay %s", (_pace, perSecond) => {
  it.each([true, false])(
    "that dies at any of its calls (which took effect: %s) sends everything once",
    async (takesEffect) => {
      let call = 1;
      for (; ; call += 1) {
        const { died, sent, ids, ...rest } = await dieAndGoOn(call, takesEffect, perSecond);
        expect({ call, sent, ...rest }).toMatchObject({
          call,
          sent: ids,
          unqueued: [],
          open: [],
          misfits: [],
          standing: { state: "done", scheduled: 4, delivered: 4, queued: 3 },
        });
        if (!died) break;
      }
      expect(call).toBeGreaterThan(perSecond === null ? 8 : 14);
    },
  );
});
