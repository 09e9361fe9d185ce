import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { hookUrl, sealUrl } from "../../test/deliver-wakeups.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { apply, operatorOf, storedPlan } from "../../test/plan-replays.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { submissionReceiver } from "../../test/unsent-thousand.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** One person who posted twice while no destination took anything; by now one takes new leads and those who return. */
async function neverSent() {
  const tenant = await newTenant();
  await sealUrl(tenant, hookUrl);
  const takes = (types: string) =>
    env.DB.prepare("UPDATE destinations SET event_types_json = ? WHERE id = ?")
      .bind(types, tenant.destinationId)
      .run();
  await takes("[]");
  const context = { ...tenant.submission().context, ip: null };
  const post = (beforeMs: number) =>
    tenant.submission({
      fields: { email: "anna@example.com" },
      context,
      received_at: testNow - beforeMs,
    });
  const [first, second, next] = [post(60_000), post(50_000), post(0)];
  await deliverMessages([first, second]);
  await takes('["lead.created","lead.reengaged"]');
  const queue = virtualQueue();
  const { told, fetch } = submissionReceiver();
  const dependencies = queue.dependencies({ fetch, leadsQueue: fakeQueue<SubmissionMessage>() });
  const scope = operatorOf(tenant);
  /** Releases one on its own plan, its steps only; `d1` is what they are taken in. */
  const release = async ({ submission_id }: SubmissionMessage, d1: D1Database = env.DB) => {
    const filter = { status: "unsent", submission_ids: [submission_id] } as const;
    const plan = await storedPlan(scope, dependencies, { filter });
    return async () => {
      await apply(scope, plan.id, dependencies);
      await queue.run({ ...dependencies, leadDatabase: () => d1 }, { only: "replay_step" });
    };
  };
  const store = (message: SubmissionMessage, d1: D1Database = env.DB) =>
    deliverMessages([message], testDependencies({ leadDatabase: () => d1 }));
  return { tenant, first, second, next, release, store, told, deliver: () => queue.run(dependencies) };
}

/** D1 in which `meanwhile` happens directly before the first batch that writes so. */
function meeting(writes: (sql: string) => boolean, meanwhile: () => Promise<unknown>): D1Database {
  let hasMet = false;
  return watchedD1(env.DB, async (sql, run) => {
    if (!hasMet && writes(sql)) {
      hasMet = true;
      await meanwhile();
    }
    return run();
  });
}
const isRelease = (sql: string) => sql.includes("INSERT INTO deliveries") && !isCommit(sql);

type NeverSent = Awaited<ReturnType<typeof neverSent>>;

it.each<[string, string[], (made: NeverSent) => Promise<void>]>([
  [
    "a release of the first and one of the second",
    ["lead.created of second", "lead.reengaged of first"],
    async ({ first, second, release }) => {
      const other = await release(second);
      await (
        await release(first, meeting(isRelease, other))
      )();
    },
  ],
  [
    "a release of the second and one of the first",
    ["lead.created of first", "lead.reengaged of second"],
    async ({ first, second, release }) => {
      const other = await release(first);
      await (
        await release(second, meeting(isRelease, other))
      )();
    },
  ],
  [
    "a release that the person's next post comes before",
    ["lead.created of next", "lead.reengaged of first"],
    async ({ first, next, release, store }) => {
      await (
        await release(
          first,
          meeting(isRelease, () => store(next)),
        )
      )();
    },
  ],
  [
    "the person's next post that a release comes before",
    ["lead.created of first"],
    async ({ first, next, release, store }) => {
      await store(next, meeting(isCommit, await release(first)));
    },
  ],
])("%s: exactly one is the new lead", async (_how, expected, race) => {
  const made = await neverSent();
  await race(made);
  await made.deliver();
  const sent = await rows<{ type: string; id: string }>(
    `SELECT e.type, e.submission_public_id AS id FROM events AS e JOIN deliveries AS d ON d.lead_id = e.lead_id AND d.event_id = e.id
     WHERE e.client_id = ? AND d.status <> 'skipped' ORDER BY e.type`,
    made.tenant.clientId,
  );
  const names = new Map(
    Object.entries({ first: made.first, second: made.second, next: made.next }).map(([name, message]) => [
      message.submission_id,
      name,
    ]),
  );
  expect(sent.map(({ type, id }) => `${type} of ${names.get(id)}`)).toEqual(expected);
});
