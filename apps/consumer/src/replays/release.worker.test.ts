import type { ReplayFilter } from "@leadrelay/contracts/replay";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages } from "../../test/deliver-messages.ts";
import { fakeQueue } from "../../test/fake-queue.ts";
import { apply, operatorOf, planReplay, standing, storedPlan } from "../../test/plan-replays.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { submissionReceiver, unsentBy, unsentTenant } from "../../test/unsent-thousand.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";
import { sweepReplays } from "../sweeps/replays/sweep-replays.ts";
import { replayDependencies } from "./replay-dependencies.ts";
import { deliveryCounts } from "../../test/counters.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const few = {
  duplicate_window: 3,
  reengage_wait: 2,
  reengage_off: 2,
  test: 2,
  no_destination: 2,
  blocked: 2,
  quarantined: 2,
};
const allUnsent: ReplayFilter = { status: "unsent" };

/** A release on queues of its own; what goes through intake is put through by `settle`. */
async function releasing(counts: typeof few) {
  const made = await unsentTenant(counts);
  const queue = virtualQueue();
  const { told, fetch } = submissionReceiver();
  const leadsQueue = fakeQueue<SubmissionMessage>();
  const dependencies = queue.dependencies({ fetch, leadsQueue });
  const scope = operatorOf(made.tenant);
  const settle = async (copies = 1) => {
    await queue.run(dependencies);
    const messages = Array.from({ length: copies }, () => leadsQueue.sent).flat();
    for (let from = 0; from < messages.length; from += 100)
      await deliverMessages(messages.slice(from, from + 100), dependencies);
    await queue.run(dependencies);
  };
  const toldIds = () => told.map(({ id }) => id).toSorted();
  const planned = (filter: ReplayFilter) =>
    planReplay(scope, { filter, perSecond: null, createdBy: "op-1" }, replayDependencies(dependencies));
  return { ...made, queue, dependencies, scope, told, toldIds, leadsQueue, settle, planned };
}

it("a thousand unsent submissions of all rules, released twice, are each delivered exactly once", async () => {
  const counts = {
    duplicate_window: 200,
    reengage_wait: 150,
    reengage_off: 100,
    test: 150,
    no_destination: 150,
    blocked: 150,
    quarantined: 100,
  };
  const made = await releasing(counts);
  const { tenant, ids, scope, dependencies, settle } = made;
  expect(ids).toHaveLength(1_000);
  expect(await unsentBy(tenant)).toEqual(counts);
  const one = await storedPlan(scope, dependencies, { filter: allUnsent });
  const other = await storedPlan(scope, dependencies, { filter: allUnsent });
  expect(one.summary).toMatchObject({
    count: 1_000,
    messages: 250,
    skipped: {},
    destinations: [{ id: tenant.destinationId, count: 750 }],
    release: { submissions: 1_000, leaves_more: false },
  });
  expect(
    Object.fromEntries(one.summary.release?.rules.map(({ rule, count }) => [rule, count]) ?? []),
  ).toEqual(counts);
  await apply(scope, one.id, dependencies);
  await settle(2);
  expect(await apply(scope, one.id, dependencies)).toBe("applied");
  expect(await apply(scope, other.id, dependencies)).toBe("ready");
  await settle(2);
  // Each id once at the far end, and none besides.
  expect(made.toldIds()).toEqual(ids);
  expect(await unsentBy(tenant)).toEqual({});
  expect(await standing(scope, one.id, dependencies)).toMatchObject({
    state: "done",
    planned: 1_000,
    scheduled: 750,
    delivered: 750,
    waiting: 0,
    queued: 250,
    skipped: {},
  });
  expect(await standing(scope, other.id, dependencies)).toMatchObject({
    state: "done",
    scheduled: 0,
    queued: 0,
    skipped: { released: 1_000 },
  });
  expect(await made.planned(allUnsent)).toMatchObject({ kind: "empty", summary: { count: 0, skipped: {} } });
  const [late] = await rows<{ n: number }>(
    "SELECT count(*) AS n FROM lead_submissions WHERE client_id = ? AND submitted_at >= ?",
    tenant.clientId,
    1_700_000_600_000,
  );
  expect(late).toEqual({ n: 0 });
});

describe("a release", () => {
  it("sends a repeat as re-engaged, and as a new lead what was never sent", async () => {
    const made = await releasing(few);
    await apply(
      made.scope,
      (await storedPlan(made.scope, made.dependencies, { filter: allUnsent })).id,
      made.dependencies,
    );
    await made.settle();
    const types = await rows(
      `SELECT events.type, count(*) AS n FROM lead_submissions AS s CROSS JOIN events ON events.lead_id = s.lead_id
         AND events.submission_public_id = s.public_id
       CROSS JOIN deliveries AS d ON d.lead_id = events.lead_id AND d.event_id = events.id
       WHERE s.client_id = ? AND (s.released_at IS NOT NULL) GROUP BY 1 ORDER BY 1`,
      made.tenant.clientId,
    );
    expect(types).toEqual([
      { type: "lead.created", n: 4 },
      { type: "lead.reengaged", n: 7 },
    ]);
    expect(made.told.filter(({ duplicate }) => duplicate === "yes")).toHaveLength(7);
    const marked = await rows(
      "SELECT DISTINCT released_by, unsent, unsent_payload FROM lead_submissions WHERE client_id = ? AND released_at IS NOT NULL",
      made.tenant.clientId,
    );
    expect(marked).toEqual([{ released_by: "op-1", unsent: null, unsent_payload: null }]);
  });

  it("is judged by what the person wrote under the form's own name for it", async () => {
    const tenant = await newTenant({
      destination: { shape_json: '{"filter":{"message":{"$contains":"villa"}}}' },
    });
    await env.DB.prepare("UPDATE forms SET field_mapping_json = ? WHERE id = ?")
      .bind('{"your_wish":"message"}', tenant.formId)
      .run();
    const post = (wish: string) =>
      tenant.submission({
        fields: { email: "asha@example.com", message: wish },
        payload: { email: "asha@example.com", your_wish: wish },
        context: { ...tenant.submission().context, ip: null },
      });
    await deliverMessages([post("A villa"), post("A villa by the lake"), post("A flat")]);
    const request = { filter: allUnsent, perSecond: null, createdBy: "op-1" };
    const planned = await planReplay(
      operatorOf(tenant),
      request,
      replayDependencies(virtualQueue().dependencies()),
    );
    if (planned.kind !== "planned") throw new Error(planned.kind);
    const { count, skipped } = planned.plan.summary;
    expect({ count, skipped }).toEqual({ count: 1, skipped: { filtered: 1 } });
  });

  it("is of what it names alone: rules, forms, a time, ids", async () => {
    const made = await releasing(few);
    const { tenant, ids, planned } = made;
    const countOf = async (given: object) => {
      const plan = await planned({ status: "unsent", ...given });
      return plan.kind === "planned" ? plan.plan.summary.release?.submissions : plan.kind;
    };
    expect(await countOf({ rules: ["duplicate"] })).toBe(7);
    expect(await countOf({ rules: ["test", "quarantined"] })).toBe(4);
    expect(await countOf({ form_ids: [tenant.formId] })).toBe(15);
    expect(await countOf({ since: 1_700_000_600_000 })).toBe("empty");
    expect(await countOf({ submission_ids: ids.slice(0, 5) })).toBe(5);
    expect(await planned({ status: "unsent", submission_ids: ["nothing"] })).toMatchObject({
      kind: "not_found",
      subject: "submission",
    });
  });

  it.each([
    ["released", "released_at = 1, unsent = NULL"],
    ["unmarked", "unsent = NULL"],
    ["sent", ""],
  ] as const)("of one that is not unsent says which it is: %s", async (reason, change) => {
    const made = await releasing({
      ...few,
      reengage_wait: 0,
      reengage_off: 0,
      test: 0,
      blocked: 0,
      quarantined: 0,
    });
    const [one = ""] = reason === "sent" ? await firstSent(made.tenant) : made.ids;
    if (change !== "")
      await env.DB.prepare(`UPDATE lead_submissions SET ${change} WHERE public_id = ?`).bind(one).run();
    expect(await made.planned({ status: "unsent", submission_ids: [one] })).toMatchObject({
      kind: "empty",
      summary: { skipped: { [reason]: 1 } },
    });
  });

  it("goes to a destination that is named whatever it takes, but not through intake", async () => {
    const made = await releasing(few);
    const { tenant, scope, dependencies } = made;
    await run(tenant, "UPDATE destinations SET takes_test = 0, event_types_json = '[]' WHERE client_id = ?");
    expect(await made.planned(allUnsent)).toMatchObject({
      plan: { summary: { count: 4, messages: 4, skipped: { no_destination: 11 } } },
    });
    const filter: ReplayFilter = { status: "unsent", destination_ids: [tenant.destinationId] };
    const plan = await storedPlan(scope, dependencies, { filter });
    expect(plan.summary).toMatchObject({ count: 11, messages: 0, skipped: { through_intake: 4 } });
    await apply(scope, plan.id, dependencies);
    await made.settle();
    expect(made.told.filter(({ type }) => type === "yes")).toHaveLength(2);
    expect(await unsentBy(tenant)).toEqual({ blocked: 2, quarantined: 2 });
  });

  it.each([
    ["tests that nobody takes", "takes_test = 0", { takes_no_tests: 2 }, 9],
    [
      "what is for another environment",
      "environments_json = '[\"production\"]'",
      { other_environment: 11 },
      0,
    ],
    ["nothing for a destination that is off: it is held", "enabled = 0", {}, 11],
    ["what has no destination any more", "deleted_at = 1", { no_destination: 11 }, 0],
  ])("leaves out %s", async (_what, change, skipped, sends) => {
    const made = await releasing(few);
    await run(made.tenant, `UPDATE destinations SET ${change} WHERE client_id = ?`);
    const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent });
    expect(plan.summary).toMatchObject({ count: sends + 4, skipped });
    await apply(made.scope, plan.id, made.dependencies);
    await made.queue.run(made.dependencies, { only: "replay_step" });
    const [made_] = await rows<{ n: number; held: number }>(
      "SELECT count(*) AS n, coalesce(sum(status = 'held'), 0) AS held FROM deliveries WHERE client_id = ? AND replay_id = ?",
      made.tenant.clientId,
      plan.id,
    );
    expect(made_).toEqual({ n: sends, held: change === "enabled = 0" ? sends : 0 });
    expect(Object.values(await unsentBy(made.tenant)).reduce((sum, n) => sum + n, 0)).toBe(11 - sends);
  });

  it("is counted as delivered, and as no latency: what stood there, and what stood apart, had no hurry", async () => {
    const made = await releasing(few);
    const counted = () =>
      rows(
        `SELECT sum(iif(bucket >= 0, value, 0)) AS latencies, sum(value) AS delivered FROM ${deliveryCounts}
         WHERE client_id = ? AND outcome = 'delivered'`,
        made.tenant.clientId,
      );
    const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent });
    await apply(made.scope, plan.id, made.dependencies);
    await made.settle();
    expect(await counted()).toEqual([{ latencies: 0, delivered: made.ids.length }]);
  });

  it("keeps to its pace, and what was asked of it before it died goes on", async () => {
    const made = await releasing({ ...few, blocked: 0, quarantined: 0 });
    const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent, perSecond: 0.5 });
    await apply(made.scope, plan.id, made.dependencies);
    const startAt = made.queue.clock.now();
    await made.settle();
    expect(made.toldIds()).toEqual(made.ids);
    expect(made.queue.clock.now() - startAt).toBeGreaterThanOrEqual(20_000);
  });
});

describe("what stood apart", () => {
  it("comes in with its own time, past the list that still has its address; its old copies change nothing", async () => {
    const made = await releasing({
      ...few,
      duplicate_window: 0,
      reengage_wait: 0,
      reengage_off: 0,
      test: 0,
      no_destination: 0,
    });
    const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent });
    await apply(made.scope, plan.id, made.dependencies);
    await made.queue.run(made.dependencies);
    // Before, together with, and behind the copy that was let through.
    await deliverMessages(made.messages, made.dependencies);
    await deliverMessages([...made.messages, ...made.leadsQueue.sent, ...made.messages], made.dependencies);
    await deliverMessages(made.messages, made.dependencies);
    await made.queue.run(made.dependencies);
    expect(made.toldIds()).toEqual(made.ids);
    const stored = await rows<{ public_id: string; submitted_at: number }>(
      "SELECT public_id, submitted_at FROM lead_submissions WHERE client_id = ? ORDER BY public_id",
      made.tenant.clientId,
    );
    const times = new Map(made.messages.map((message) => [message.submission_id, message.received_at]));
    expect(stored).toEqual(made.ids.map((id) => ({ public_id: id, submitted_at: times.get(id) })));
    expect(
      await rows(
        "SELECT count(*) AS n FROM blocked_ip_leads WHERE client_id = ? AND released_by = 'op-1'",
        made.tenant.clientId,
      ),
    ).toEqual([{ n: 2 }]);
  });

  it("keeps what else it gave for a phone, where the first field has none", async () => {
    const none = { duplicate_window: 0, reengage_wait: 0, reengage_off: 0, test: 0, no_destination: 0 };
    const made = await releasing({ ...none, blocked: 1, quarantined: 0 });
    const message = made.tenant.submission({
      fields: { name: "Asha", phone: "+91" },
      other_phones: ["98765 43219"],
      context: { ...made.tenant.submission().context, ip: "203.0.113.66" },
    });
    await deliverMessages([message], made.dependencies);
    const plan = await storedPlan(made.scope, made.dependencies, {
      filter: { status: "unsent", submission_ids: [message.submission_id] },
    });
    await apply(made.scope, plan.id, made.dependencies);
    await made.settle();
    expect(
      await rows("SELECT contact_phone FROM lead_submissions WHERE public_id = ?", message.submission_id),
    ).toEqual([{ contact_phone: "+91-9876543219" }]);
  });

  it("and was blocked before more was kept of it, is let in with what is known", async () => {
    const made = await releasing({
      ...few,
      duplicate_window: 0,
      reengage_wait: 0,
      reengage_off: 0,
      test: 0,
      no_destination: 0,
      quarantined: 0,
    });
    await run(made.tenant, "UPDATE blocked_ip_leads SET request_json = NULL WHERE client_id = ?");
    const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent });
    await apply(made.scope, plan.id, made.dependencies);
    await made.settle();
    expect(made.toldIds()).toEqual(made.ids);
    expect(made.leadsQueue.sent[0]).toMatchObject({
      block_lifted: true,
      fields: { email: expect.stringContaining("@example.com") },
      context: { ip: "203.0.113.66", country: "IN", user_agent: null },
    });
  });
});

/** Those whom the others repeat. */
const firstSent = async ({ clientId }: Tenant) =>
  (
    await rows<{ public_id: string }>(
      "SELECT public_id FROM lead_submissions WHERE client_id = ? AND unsent IS NULL",
      clientId,
    )
  ).map(({ public_id }) => public_id);

const run = ({ clientId }: Tenant, text: string) => env.DB.prepare(text).bind(clientId).run();

it("of two plans whose steps meet one sends, and the other says that they are released", async () => {
  const made = await releasing(few);
  const { scope, dependencies, queue } = made;
  const one = await storedPlan(scope, dependencies, { filter: allUnsent });
  const other = await storedPlan(scope, dependencies, { filter: allUnsent });
  let hasMet = false;
  const d1 = watchedD1(env.DB, async (sql, act) => {
    if (!hasMet && sql.includes("INSERT INTO deliveries")) {
      hasMet = true;
      // Their leads went out meanwhile: what one plan read as new leads the other sends as people who come back.
      await run(
        made.tenant,
        `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, status, max_attempts, settled_at, created_at)
         SELECT lead_id, 'e', 'elsewhere', 'd' || public_id, client_id, 'delivered', 1, 1, 1 FROM lead_submissions
         WHERE client_id = ? AND unsent = 'no_destination'`,
      );
      await apply(scope, other.id, dependencies);
      await queue.run(dependencies, { only: "replay_step" });
    }
    return act();
  });
  await apply(scope, one.id, dependencies);
  await queue.run(
    { ...dependencies, control: d1, leadDatabase: () => d1 },
    { atMost: 1, only: "replay_step" },
  );
  await made.settle();
  expect(hasMet).toBe(true);
  expect(made.toldIds()).toEqual(made.ids);
  expect(await standing(scope, one.id, dependencies)).toMatchObject({
    scheduled: 0,
    skipped: { released: 15 },
  });
  expect(await standing(scope, other.id, dependencies)).toMatchObject({
    scheduled: 11,
    delivered: 11,
    skipped: {},
  });
});

it("what is released meanwhile is left out, though another of its lead is not", async () => {
  const none = { reengage_wait: 0, reengage_off: 0, test: 0, no_destination: 0, blocked: 0, quarantined: 0 };
  // Twenty people: one of them came twice.
  const made = await releasing({ ...none, duplicate_window: 21 });
  const [first] = made.messages;
  const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent });
  const d1 = watchedD1(env.DB, async (sql, act) => {
    if (sql.includes("INSERT INTO deliveries"))
      await env.DB.prepare("UPDATE lead_submissions SET unsent = NULL WHERE public_id = ?")
        .bind(first?.submission_id)
        .run();
    return act();
  });
  await apply(made.scope, plan.id, made.dependencies);
  const watched = { ...made.dependencies, control: d1, leadDatabase: () => d1 };
  await made.queue.run(watched, { atMost: 1, only: "replay_step" });
  await made.settle();
  expect(made.toldIds()).toEqual(made.ids.filter((id) => id !== first?.submission_id));
});

it("a release that dies at any of its calls is made once", async () => {
  for (let call = 1; ; call += 1) {
    const died = await dieAt(call, call % 2 === 0);
    if (!died) break;
    expect(call).toBeLessThan(60);
  }
});

async function dieAt(call: number, lastTakesEffect: boolean): Promise<boolean> {
  const made = await releasing({ ...few, duplicate_window: 1, reengage_wait: 1, reengage_off: 1, test: 1 });
  const plan = await storedPlan(made.scope, made.dependencies, { filter: allUnsent });
  await apply(made.scope, plan.id, made.dependencies);
  let calls = 0;
  const guarded = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    calls += 1;
    if (calls > call || (calls === call && !lastTakesEffect)) throw new Error("the process is gone");
    const result = await act();
    if (calls >= call) throw new Error("the process is gone");
    return result;
  };
  const { leadsQueue } = made.dependencies;
  const dying: Dependencies = {
    ...made.dependencies,
    control: watchedD1(env.DB, (_sql, act) => guarded(act)),
    leadDatabase: () => watchedD1(env.DB, (_sql, act) => guarded(act)),
    leadsQueue: { ...leadsQueue, sendBatch: (messages) => guarded(() => leadsQueue.sendBatch(messages)) },
  };
  await made.queue.run(dying, { atMost: 3, only: "replay_step" });
  made.queue.lose(10 * 60_000);
  for (let minute = 0; minute < 2; minute += 1) {
    await sweepReplays(made.dependencies);
    await sweepDeliveries(made.dependencies);
    await made.settle();
  }
  // The sweep sends what others left, too.
  const mine = new Set(made.ids);
  expect({ call, told: made.toldIds().filter((id) => mine.has(id)) }).toEqual({ call, told: made.ids });
  expect(await unsentBy(made.tenant)).toEqual({});
  return calls >= call;
}
