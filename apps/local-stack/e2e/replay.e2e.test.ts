import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startReceiver } from "../receiver/start-receiver.ts";
import { farEnd, type Send } from "./far-end.ts";
import { freePorts } from "./free-ports.ts";
import { demoOwnerOf, leadrelayFor } from "./leadrelay-process.ts";
import { receiverClient } from "./receiver-client.ts";
import { useStack } from "./use-stack.ts";

// A receiver of our own: the stack's dies with it, and forgets what it got.
const [port = 0] = await freePorts(1);
const site = await startReceiver({ producer: 0, receiver: port });
afterAll(() => site.stop());
const receiver = receiverClient(`http://127.0.0.1:${port}`);
beforeEach(() => receiver.clear());

const stack = useStack({ DEMO_MAKE_URL: `http://127.0.0.1:${port}/hook` });
const { submitSomebody } = farEnd(stack, () => receiver);

let leadrelay: ReturnType<typeof leadrelayFor>;
beforeAll(async () => {
  leadrelay = leadrelayFor(stack());
  const { email, password } = await demoOwnerOf(stack());
  const { code, err } = await leadrelay.run(["login", "--email", email, "--stdin"], password);
  expect([code, err]).toEqual([0, ""]);
});

const atThirty = ["queue", "replay", "--per-second", "30", "--apply", "--yes"];

const patient = { timeout: 180_000, interval: 250 };
const count = async (sql: string) => (await stack().query<{ n: number }>(sql))[0]?.n ?? 0;
const openLetters = () => count("SELECT count(*) AS n FROM dead_letters WHERE state = 'open'");
const delivered = () => count("SELECT count(*) AS n FROM deliveries WHERE status = 'delivered'");

/** So many deliveries that their receiver refused, by delivery id. */
async function refused(howMany: number): Promise<string[]> {
  await receiver.behave([{ status: 400, body: "Invalid data structure", times: howMany }]);
  const ids: string[] = [];
  for (let posted = 0; posted < howMany; posted += 100)
    ids.push(...(await Promise.all(Array.from({ length: Math.min(100, howMany - posted) }, submitSomebody))));
  await expect.poll(openLetters, patient).toBe(howMany);
  const attempts = (await receiver.received()) as Send[];
  await receiver.clear();
  const bySubmission = new Map(
    attempts.map(({ body }) => [body.lead_submission_public_id, body.make_send_public_id]),
  );
  return ids.map((id) => bySubmission.get(id) ?? `${id} was never sent`);
}

/** How often each delivery id arrived since. */
async function arrivals(): Promise<Map<string, Send[]>> {
  const sends = (await receiver.received()) as Send[];
  return Map.groupBy(sends, ({ body }) => body.make_send_public_id);
}

async function expectEachOnce(ids: readonly string[]): Promise<void> {
  const seen = await arrivals();
  expect(ids.filter((id) => seen.get(id)?.length !== 1)).toEqual([]);
  expect(seen.size).toBe(ids.length);
}

/** The busiest second. */
function mostInASecond(sends: readonly Send[]): number {
  const times = sends.map(({ received_at }) => received_at).toSorted((a, b) => a - b);
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}

/** The plan that was applied last. */
async function lastPlan(): Promise<string> {
  const [row] = await stack().query<{ id: string }>("SELECT id FROM replay_plans ORDER BY id DESC LIMIT 1");
  return row?.id ?? "there is no plan";
}

test("300 at 30 a second: the command killed half-way and resumed sends each delivery once", async () => {
  const ids = await refused(300);
  const command = leadrelay.start(atThirty);
  await expect.poll(async () => (await arrivals()).size, patient).toBeGreaterThan(60);
  command.child.kill("SIGKILL");
  await command.ended;
  expect((await arrivals()).size).toBeLessThan(300);
  const resumed = await leadrelay.run(["queue", "replay", "--plan", await lastPlan(), "--apply", "--yes"]);
  expect(resumed, resumed.err).toMatchObject({ code: 0 });
  await expectEachOnce(ids);
  expect(mostInASecond([...(await arrivals()).values()].flat())).toBeLessThanOrEqual(45);
  expect(await openLetters()).toBe(0);
});

test("300 at 30 a second: everything killed half-way sends each delivery, at most 30 of them twice", async () => {
  const before = await delivered();
  const ids = await refused(300);
  const command = leadrelay.start(atThirty);
  await expect.poll(async () => (await arrivals()).size, patient).toBeGreaterThan(100);
  await stack().kill9();
  // No lease lasts this long: what was under way is taken up at once.
  await stack().restart({ TEST_CLOCK_OFFSET_MS: String(10 * 60_000) });
  const { code, err } = await command.ended;
  expect(code, err).toBe(0);
  expect((await delivered()) - before).toBe(300);
  const seen = await arrivals();
  expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  expect(ids.filter((id) => (seen.get(id)?.length ?? 0) > 2)).toEqual([]);
  expect(ids.filter((id) => (seen.get(id)?.length ?? 0) > 1).length).toBeLessThanOrEqual(30);
});

test("10 000 unpaced: each delivery once, with progress", { timeout: 300_000 }, async () => {
  const ids = await refused(10_000);
  const done = await leadrelay.run(["queue", "replay", "--per-second", "none", "--apply", "--yes"]);
  expect(done, done.err).toMatchObject({ code: 0 });
  await expectEachOnce(ids);
  const told = new Set([...done.err.matchAll(/(\d+) of 10000/g)].map(([, many]) => many));
  expect(told.size).toBeGreaterThan(2);
});
