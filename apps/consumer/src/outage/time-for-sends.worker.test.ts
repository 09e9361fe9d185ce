import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { slowReceivers } from "../../test/slow-receivers.ts";
import { newTenant } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const hangMs = 10_000;
const timeMs = 5 * 60_000;
const away = failing(env.DB, ["batch"]);
const withDatabase = (d1: D1Database) => ({ control: d1, leadDatabase: () => d1 });

/** A client with these hooks, and leads of it that wait for D1, tried so often. */
async function leadsFor(count: number, hosts: readonly string[], tries = 1) {
  const tenant = await newTenant();
  await publishDirect(tenant, testDependencies(), { hosts });
  return Array.from({ length: count }, (_, index) =>
    tenant.submission({
      fields: { email: `p${index}@example.com` },
      context: { ...tenant.submission().context, ip: null },
      ...(tries === 0 ? {} : { outage: { tries, commit_attempted_at: null, direct: {} } }),
    }),
  );
}

const triesOf = ({ outage }: SubmissionMessage) =>
  Object.values(outage?.direct ?? {}).map((attempts) => attempts.length);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Hands them over as one batch while D1 is away; what goes on, and how much was sent before each call to the queue. */
async function carryOn(
  bodies: readonly SubmissionMessage[],
  receivers: ReturnType<typeof slowReceivers>,
  given: Partial<Dependencies> = {},
) {
  const { fetch, now } = receivers;
  const dependencies = testDependencies({ fetch, now, ...withDatabase(away), ...given });
  const { leadsQueue } = dependencies;
  const sentBefore: number[] = [];
  const put = leadsQueue.sendBatch.bind(leadsQueue);
  leadsQueue.sendBatch = (messages) => {
    sentBefore.push(receivers.begun.length);
    return put(messages);
  };
  const { acked } = await deliverMessages(bodies, dependencies);
  expect(acked).toHaveLength(bodies.length);
  expect(leadsQueue.sent).toHaveLength(bodies.length);
  return { next: leadsQueue.sent, sentBefore };
}

const six = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.example.com`);

describe("a hundred leads for six hooks that hang, while D1 is away,", () => {
  it("keep their invocation for five minutes and a send, and every lead has been sent everywhere on the fourth", async () => {
    const receivers = slowReceivers(() => hangMs);
    let bodies: readonly SubmissionMessage[] = await leadsFor(100, six);
    for (let invocation = 1; invocation <= 4; invocation += 1) {
      const [begunAt, sentBefore] = [receivers.now(), receivers.begun.length];
      const { next } = await carryOn(bodies, receivers);
      expect(receivers.now() - begunAt).toBeLessThanOrEqual(timeMs + hangMs);
      const sent = receivers.begun.length - sentBefore;
      expect(sent).toBeGreaterThanOrEqual(150);
      expect(sum(next.flatMap(triesOf)) - sum(bodies.flatMap(triesOf))).toBe(sent);
      bodies = next;
      receivers.pass(60_000);
    }
    expect(bodies.map((body) => triesOf(body).length)).toEqual(bodies.map(() => 6));
  });

  it("are sent six at a time, and a crash repeats at most thirty of those sends", async () => {
    const receivers = slowReceivers(() => hangMs);
    const { sentBefore } = await carryOn(await leadsFor(100, six), receivers);
    const together = Map.groupBy(receivers.begun, ({ begunAt }) => begunAt);
    expect(Math.max(...[...together.values()].map(({ length }) => length))).toBe(6);
    const steps = sentBefore.map((sent, index) => sent - (sentBefore[index - 1] ?? 0));
    expect(Math.max(...steps)).toBe(30);
    expect(sum(steps)).toBe(receivers.begun.length);
  });

  it("go on as they were where the time is over before their first send", async () => {
    const bodies = await leadsFor(3, six);
    const receivers = slowReceivers(() => hangMs);
    const hangs = watchedD1(env.DB, () => {
      receivers.pass(timeMs);
      return Promise.reject(new Error("D1_ERROR: storage timeout"));
    });
    const { next } = await carryOn(bodies, receivers, withDatabase(hangs));
    expect(receivers.begun).toEqual([]);
    expect(next.map(({ outage }) => outage)).toEqual(
      bodies.map(() => ({
        tries: 2,
        commit_attempted_at: null,
        direct: {},
        event: "lead.created",
        submission_number: 1,
      })),
    );
  });
});

it("a hook that hangs holds up no other's sends", async () => {
  const receivers = slowReceivers((host) => (host.startsWith("slow") ? hangMs : 50));
  const begunAt = receivers.now();
  await carryOn(await leadsFor(15, ["slow.example.com", "fast.example.com"]), receivers);
  const last = receivers.begun.findLast(({ host }) => host.startsWith("fast"));
  expect((last?.begunAt ?? Infinity) - begunAt).toBeLessThan(hangMs);
});

it("leads with nothing to send wait for no receiver", async () => {
  const receivers = slowReceivers(() => hangMs);
  const bodies = [...(await leadsFor(2, six)), ...(await leadsFor(2, six, 0))];
  const { next, sentBefore } = await carryOn(bodies, receivers);
  expect(sentBefore).toEqual([0, 12]);
  expect(next.slice(0, 2).map(({ submission_id }) => submission_id)).toEqual(
    bodies.slice(2).map(({ submission_id }) => submission_id),
  );
});

it("after a doubt about a commit no more than thirty sends are made before the next", async () => {
  const receivers = slowReceivers(() => 50);
  const doubted = (await leadsFor(30, six.slice(0, 4))).map((body) => ({
    ...body,
    outage: { tries: 1, commit_attempted_at: receivers.now() - 60_000, direct: {} },
  }));
  const sentAtCommit: number[] = [];
  const readOnly = watchedD1(env.DB, (sql, run) => {
    if (!isCommit(sql)) return run();
    sentAtCommit.push(receivers.begun.length);
    return Promise.reject(new Error("D1_ERROR: Network connection lost."));
  });
  await carryOn(doubted, receivers, withDatabase(readOnly));
  expect(sentAtCommit[0]).toBe(28);
  expect(receivers.begun).toHaveLength(28);
});
