import { setTimeout as wait } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { startReceiver } from "../receiver/start-receiver.ts";
import { farEnd, type Send } from "./far-end.ts";
import { freePorts } from "../harness/free-ports.ts";
import { receiverClient } from "../harness/receiver-client.ts";
import { useStack } from "./use-stack.ts";

// A receiver of our own: the stack's dies with it, and forgets what it got.
const [port = 0] = await freePorts(1);
const url = `http://127.0.0.1:${port}`;
const site = await startReceiver({ producer: 0, receiver: port });
afterAll(() => site.stop());
const receiver = receiverClient(url);

const stack = useStack({ DEMO_MAKE_URL: `${url}/hook` });
const { submitSomebody, submitMany, deliveries, delivery, sends } = farEnd(stack, () => receiver);

/** No lease lasts this long: after each crash the clock is so much further on, and what was under way is taken up at once. */
const longerThanAnyLeaseMs = 10 * 60_000;
let clockMs = 0;
async function startAgain(): Promise<void> {
  clockMs += longerThanAnyLeaseMs;
  await stack().restart({ TEST_CLOCK_OFFSET_MS: String(clockMs) });
}

const callers = 20;
/** One invocation has at most so many deliveries in its hands. */
const mostUnsettled = 30;

/** Posts as fast as `callers` can while `go()`, and adds every id that was acknowledged. */
async function postWhile(go: () => boolean, acknowledged: string[]): Promise<void> {
  const post = async () => {
    try {
      acknowledged.push(await submitSomebody());
    } catch {
      await wait(5); // Not acknowledged: the stack is gone.
    }
  };
  const caller = async () => {
    while (go()) await post();
  };
  await Promise.all(Array.from({ length: callers }, caller));
}

const received = async () => (await receiver.received()) as Send[];

async function notStoredOnce(ids: readonly string[]) {
  const rows = await stack().query<{ id: string; times: number }>(
    `SELECT j.value AS id, count(s.public_id) AS times FROM json_each(?) AS j
     LEFT JOIN lead_submissions AS s ON s.client_id = 'cli_demo' AND s.public_id = j.value GROUP BY j.key`,
    JSON.stringify(ids),
  );
  return rows.filter(({ times }) => times !== 1);
}

async function unsettled() {
  await stack().sweep();
  return stack().query("SELECT status, count(*) AS n FROM deliveries WHERE status <> 'delivered' GROUP BY 1");
}

/** Each arrived; more than once only under one id, once a crash, and no more of them than an invocation has in its hands. */
async function expectSent(ids: readonly string[], { crashes }: { crashes: number }): Promise<void> {
  const bySubmission = Map.groupBy(await received(), ({ body }) => body.lead_submission_public_id);
  const sent = ids.map((id) => bySubmission.get(id) ?? []);
  for (const each of sent) {
    expect(new Set(each.map(({ body }) => body.make_send_public_id)).size).toBe(1);
    expect(each.length).toBeLessThanOrEqual(1 + crashes);
  }
  const extra = sent.reduce((sum, each) => sum + each.length - 1, 0);
  expect(extra).toBeLessThanOrEqual(crashes * mostUnsettled);
}

test("kill -9 of everything under load, twice: every acknowledged lead is stored once and arrives", async () => {
  await receiver.clear();
  const acknowledged: string[] = [];
  let gone = false;
  const posting = postWhile(() => !gone, acknowledged);
  await expect
    .poll(async () => Math.min(acknowledged.length - 300, (await received()).length), { timeout: 30_000 })
    .toBeGreaterThan(50);
  await stack().kill9();
  gone = true;
  await posting;
  await startAgain();
  // And once more, while it takes up what the first crash left.
  await stack().kill9();
  await startAgain();

  await expect.poll(() => notStoredOnce(acknowledged), { timeout: 30_000, interval: 250 }).toEqual([]);
  const unsettled = async () => {
    await stack().sweep();
    return stack().query(
      "SELECT status, count(*) AS n FROM deliveries WHERE status <> 'delivered' GROUP BY 1",
    );
  };
  await expect.poll(unsettled, { timeout: 30_000, interval: 500 }).toEqual([]);

  const bySubmission = Map.groupBy(await received(), ({ body }) => body.lead_submission_public_id);
  expect(acknowledged.filter((id) => !bySubmission.has(id))).toEqual([]);
  const extra = [...bySubmission.values()].filter((each) => each.length > 1);
  for (const each of extra) expect(new Set(each.map(({ body }) => body.make_send_public_id)).size).toBe(1);
  expect(Math.max(0, ...extra.map((each) => each.length - 1))).toBeLessThanOrEqual(2);
  expect(extra.reduce((sum, each) => sum + each.length - 1, 0)).toBeLessThanOrEqual(2 * mostUnsettled);
});

test("a worker that dies after the receiver's 200 sends at most once more, under the same id", async () => {
  await receiver.behave([{ delayMs: 2_000 }]);
  const id = await submitSomebody();
  await expect.poll(() => sends(id), { timeout: 15_000 }).toHaveLength(1);
  // From now on D1 takes so long that the crash comes before anything is written.
  await stack().consumer.setFaults([{ binding: "DB", mode: "slow", delayMs: 60_000 }]);
  await expect.poll(() => sends(id), { timeout: 15_000 }).toMatchObject([{ status: 200 }]);
  expect(await delivery(id, "in_flight")).toMatchObject({ attempts: 1, tries: [] });
  await stack().kill9();
  await startAgain();
  const { public_id, attempts, tries } = await delivery(id, "delivered");
  expect(attempts).toBe(2);
  expect(tries.map(({ outcome }) => outcome)).toEqual(["lost", "delivered"]);
  expect((await sends(id)).map(({ body }) => body.make_send_public_id)).toEqual([public_id, public_id]);
});

test("a retry that waited survives the crash, and its count goes on", async () => {
  // Too long a wait for any wake-up to come while we look, and over when the stack is started again.
  await stack().query("UPDATE destinations SET retry_schedule = '1s,5m'");
  await receiver.behave([{ status: 500, times: 2 }]);
  const id = await submitSomebody();
  await expect
    .poll(() => deliveries(id), { timeout: 15_000 })
    .toMatchObject([{ status: "pending", attempts: 2 }]);
  await stack().kill9();
  await startAgain();
  const { attempts, tries } = await delivery(id, "delivered");
  await stack().query("UPDATE destinations SET retry_schedule = NULL");
  expect([attempts, tries.map(({ outcome }) => outcome)]).toEqual([3, ["retry", "retry", "delivered"]]);
  expect(new Set((await sends(id)).map(({ body }) => body.make_send_public_id)).size).toBe(1);
});

test("killed while leads are sent around a failing D1: what is sent again is as little as otherwise", async () => {
  await receiver.clear();
  await receiver.behave([{ delayMs: 100, times: 1_000 }]);
  await stack().consumer.setFaults([{ binding: "DB", mode: "fail" }]);
  const ids = await submitMany(100);
  // The second try comes ten seconds later, and is the one that sends.
  await expect.poll(async () => (await received()).length, { timeout: 30_000 }).toBeGreaterThan(70);
  await stack().kill9();
  await receiver.behave([]);
  await startAgain();
  await expect.poll(() => notStoredOnce(ids), { timeout: 30_000, interval: 250 }).toEqual([]);
  await expect.poll(unsettled, { timeout: 30_000, interval: 500 }).toEqual([]);
  await expectSent(ids, { crashes: 1 });
});
