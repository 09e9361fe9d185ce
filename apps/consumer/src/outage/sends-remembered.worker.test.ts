import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { newTenant, rows } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";
import { dependenciesOf } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const withDatabase = (d1: D1Database) => ({ control: d1, leadDatabase: () => d1 });
const away = () => withDatabase(failing(env.DB, ["batch"]));
function refusingCommits(text: string) {
  const refuse = () => Promise.reject(new Error(text));
  return withDatabase(watchedD1(env.DB, (sql, run) => (isCommit(sql) ? refuse() : run())));
}

async function publishedTenant() {
  const tenant = await newTenant();
  await publishDirect(tenant, dependenciesOf(env));
  return tenant;
}

/** A submission that waits for D1 since a minute. */
const waiting = (body: SubmissionMessage, doubt: "doubt" | "no doubt"): SubmissionMessage => ({
  ...body,
  outage: {
    tries: 1,
    commit_attempted_at: doubt === "doubt" ? testNow - 60_000 : null,
    direct: body.outage?.direct ?? {},
  },
});

const statesOf = (clientId: string) => rows("SELECT status FROM deliveries WHERE client_id = ?", clientId);

describe("a send made while D1 was down is remembered", () => {
  it.each([
    "D1_ERROR: database or disk is full: SQLITE_FULL",
    "D1_ERROR: UNIQUE constraint failed: leads.id",
  ])("when the commit after it fails with %s", async (error) => {
    const tenant = await publishedTenant();
    const { received, fetch } = scriptedReceiver();
    let current = waiting(tenant.submission(), "doubt");
    for (let time = 0; time < 3; time += 1) {
      const dependencies = testDependencies({ fetch, ...refusingCommits(error) });
      await deliverMessages([current], dependencies);
      current = dependencies.leadsQueue.sent[0] ?? current;
    }
    await deliverMessages([current]);
    expect(received).toHaveLength(1);
    expect(await statesOf(tenant.clientId)).toEqual([{ status: "delivered" }]);
  });

  it("when the queue takes some of the messages and refuses others", async () => {
    const tenant = await publishedTenant();
    const { received, fetch } = scriptedReceiver();
    const big = "x".repeat(60_000);
    const bodies = [1, 2, 3, 4, 5].map((each) =>
      waiting(
        tenant.submission({ fields: { email: `p${each}@example.com` }, payload: { text: big } }),
        "no doubt",
      ),
    );
    const dependencies = { ...testDependencies({ fetch, ...away() }), kv: failing(env.KV, ["put"]) };
    const queue = fakeQueue<SubmissionMessage>((asked) =>
      asked.some(({ submission_id }) => submission_id === bodies[4]?.submission_id),
    );
    const { acked, retried } = await deliverMessages(bodies, { ...dependencies, leadsQueue: queue });
    expect({ acked, retried }).toEqual({ acked: [0, 1, 2], retried: [3, 4] });
    expect(queue.sent.map(({ submission_id }) => submission_id)).toEqual(
      bodies.slice(0, 3).map(({ submission_id }) => submission_id),
    );
    expect(received).toHaveLength(5);
  });

  it("when the queue refuses: the message waits in KV with the spilled ones", async () => {
    const tenant = await publishedTenant();
    const { received, fetch } = scriptedReceiver();
    const body = waiting(tenant.submission(), "no doubt");
    const dependencies = testDependencies({ fetch, ...away() });
    const leadsQueue = failing(env.LEADS_QUEUE, ["send", "sendBatch"]);
    expect(await deliverMessages([body], { ...dependencies, leadsQueue })).toEqual({
      acked: [0],
      retried: [],
    });
    const spilled = await env.KV.get<SubmissionMessage>(kvKeys.spill(body.submission_id), "json");
    expect(spilled?.outage?.direct[tenant.destinationId]).toMatchObject([{ outcome: "delivered" }]);
    const { keys } = await env.KV.list({ prefix: kvKeys.spill(body.submission_id) });
    expect(keys).toMatchObject([{ metadata: { spilled_at: testNow } }]);
    await deliverMessages([spilled], testDependencies({ fetch }));
    expect(received).toHaveLength(1);
    expect(await statesOf(tenant.clientId)).toEqual([{ status: "delivered" }]);
  });
});

describe("a crash between sends after doubt and the commit that records them", () => {
  it("can repeat at most thirty, and the others leave on a later try", async () => {
    const tenant = await publishedTenant();
    const { received, fetch } = scriptedReceiver();
    const context = { ...tenant.submission().context, ip: null };
    let bodies = Array.from({ length: 40 }, (_, each) =>
      waiting(tenant.submission({ fields: { email: `p${each}@example.com` }, context }), "doubt"),
    );
    for (const expected of [30, 40, 40]) {
      const now = () => testNow + expected * 60_000;
      const dependencies = testDependencies({
        fetch,
        now,
        ...refusingCommits("D1_ERROR: Network connection lost."),
      });
      await deliverMessages(bodies, dependencies);
      bodies = dependencies.leadsQueue.sent.map((body) => waiting(body, "doubt"));
      expect(received).toHaveLength(expected);
    }
  });
});

describe("a send after doubt that failed", () => {
  it("is not made again before a message tells of it: no invocation has more than thirty that a crash repeats", async () => {
    const tenant = await publishedTenant();
    const { received, fetch } = scriptedReceiver(
      ...Array.from({ length: 90 }, () => new Response("busy", { status: 503 })),
    );
    const context = { ...tenant.submission().context, ip: null };
    const bodies = Array.from({ length: 30 }, (_, each) =>
      waiting(tenant.submission({ fields: { email: `p${each}@example.com` }, context }), "doubt"),
    );
    const dependencies = testDependencies({ fetch, ...refusingCommits("D1_ERROR: SQLITE_FULL") });
    await deliverMessages(bodies, dependencies);
    expect(received).toHaveLength(30);
    const tries = dependencies.leadsQueue.sent.map(
      ({ outage }) => outage?.direct[tenant.destinationId]?.length,
    );
    expect(tries).toEqual(bodies.map(() => 1));
  });
});

describe("two copies of a submission in one batch", () => {
  it("while D1 is away are sent once and go on as one", async () => {
    const tenant = await publishedTenant();
    const { received, fetch } = scriptedReceiver();
    const body = waiting(tenant.submission(), "no doubt");
    const dependencies = testDependencies({ fetch, ...away() });
    expect((await deliverMessages([body, body], dependencies)).acked).toEqual([0, 1]);
    expect(received).toHaveLength(1);
    expect(dependencies.leadsQueue.sent).toHaveLength(1);
  });

  it("of which only one knows of a send are stored with that send, whatever their order", async () => {
    const sent = {
      number: 1,
      outcome: "delivered" as const,
      status_code: 200,
      error: null,
      started_at: testNow,
      duration_ms: 1,
    };
    for (const sentFirst of [true, false]) {
      const tenant = await publishedTenant();
      const ignorant = waiting(tenant.submission(), "no doubt");
      const knowing = {
        ...ignorant,
        outage: { tries: 2, commit_attempted_at: null, direct: { [tenant.destinationId]: [sent] } },
      };
      const bodies = sentFirst ? [knowing, ignorant] : [ignorant, knowing];
      expect((await deliverMessages(bodies)).acked).toEqual([0, 1]);
      expect(await statesOf(tenant.clientId)).toEqual([{ status: "delivered" }]);
    }
  });
});
