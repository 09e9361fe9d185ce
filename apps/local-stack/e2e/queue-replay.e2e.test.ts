import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startReceiver } from "../receiver/start-receiver.ts";
import { addDeadDeliveries } from "./dead-deliveries.ts";
import { freePorts } from "../harness/free-ports.ts";
import { demoOwnerOf } from "../harness/demo-owner-of.ts";
import { eventually } from "../harness/eventually.ts";
import { leadrelayFor } from "./leadrelay-process.ts";
import { receiverClient, type ReceiverClient } from "../harness/receiver-client.ts";
import { startStack, type TestStack } from "../harness/start-stack.ts";

/** A wake-up carries so many deliveries, and a crash may send those once more. */
const mostTwice = 30;

let receiver: ReceiverClient;
let site: Awaited<ReturnType<typeof startReceiver>>;
let stack: TestStack;
let leadrelay: ReturnType<typeof leadrelayFor>;

/** The receiver is one of our own, because the stack's goes down with it. */
beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  site = await startReceiver({ producer: 0, receiver: port });
  receiver = receiverClient(`http://127.0.0.1:${port}`);
  // A send that times out on a busy machine would be made twice, and is not what is tried here.
  stack = await startStack({
    DEMO_MAKE_URL: `http://127.0.0.1:${port}/hook`,
    DELIVERY_TIMEOUT_MS: "60000",
  });
  leadrelay = leadrelayFor(stack);
  const { email, password } = await demoOwnerOf(stack);
  expect((await leadrelay.run(["login", "--email", email, "--stdin"], password)).code).toBe(0);
});
beforeEach(() => receiver.clear());
afterAll(async () => {
  await stack.dispose();
  await site.stop();
});

const sentIds = async () =>
  (await receiver.received()).map(
    ({ body }) => (body as { make_send_public_id: string }).make_send_public_id,
  );

const times = (ids: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/** Resolves when so many sends have come in. */
const received = (count: number) =>
  eventually(async () => ((await sentIds()).length >= count ? true : undefined));

interface Plan {
  id: string;
  summary: { count: number; estimated_ms: number };
}

describe("300 dead deliveries at 30 a second", () => {
  test("arrive once each, at that pace, though the command is killed half-way and resumed", async () => {
    const ids = await addDeadDeliveries(stack, 300);
    const plan = await leadrelay.json<Plan>("queue", "replay", "--per-second", "30");
    expect(plan.summary).toMatchObject({ count: 300, estimated_ms: 10_000 });
    const { child, ended } = leadrelay.start(["queue", "replay", "--plan", plan.id, "--apply", "--yes"]);
    await received(120);
    child.kill("SIGKILL");
    expect((await ended).err).toMatch(/^replayed \d+ of 300$/m);
    const resumed = await leadrelay.run(["queue", "replay", "--plan", plan.id]);
    // All may have arrived before a busy machine has started the command again: then there is no progress to tell.
    const told = expect.stringMatching(/^$|replayed 300 of 300\n/);
    expect([resumed.code, resumed.err, resumed.out]).toEqual([0, told, expect.any(String)]);
    expect(resumed.out).toMatch(/^Delivered +300$/m);
    expect(times(await sentIds())).toEqual(new Map(ids.map((id) => [id, 1])));
    const arrivals = (await receiver.received())
      .map(({ received_at }) => received_at)
      .toSorted((a, b) => a - b);
    const tookMs = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0);
    expect(tookMs).toBeGreaterThan(8_500);
    const applied = await leadrelay.run(["queue", "replay", "--plan", plan.id, "--apply", "--yes"]);
    expect([applied.code, (await sentIds()).length]).toEqual([0, 300]);
  });

  test("arrive, at most thirty of them twice, though the stack is killed half-way", async () => {
    const ids = await addDeadDeliveries(stack, 300);
    const { id } = await leadrelay.json<Plan>("queue", "replay", "--per-second", "30");
    const { ended } = leadrelay.start(["queue", "replay", "--plan", id, "--apply", "--yes"]);
    await received(120);
    await stack.kill9();
    // No lease lasts this long: what a killed worker had claimed comes back at once.
    await stack.restart({ TEST_CLOCK_OFFSET_MS: String(10 * 60_000) });
    const sweeps = setInterval(() => void stack.sweep().catch(() => undefined), 2_000);
    const { code, out, err } = await ended.finally(() => clearInterval(sweeps));
    expect([code, err]).toEqual([0, expect.stringContaining("replayed 300 of 300\n")]);
    expect(out).toMatch(/^Delivered +300$/m);
    const counts = times(await sentIds());
    expect([...counts.keys()].toSorted()).toEqual(ids.toSorted());
    expect([...counts.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(mostTwice);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(2);
  });
});

test("10 000 dead deliveries without a pace arrive once each, with progress", async () => {
  const ids = await addDeadDeliveries(stack, 10_000);
  const args = ["queue", "replay", "--per-second", "none", "--apply", "--yes"];
  const { code, out, err } = await leadrelay.run(args);
  expect([code, err.match(/^replayed \d+ of 10000$/gm)?.length]).toEqual([0, expect.any(Number)]);
  expect(err.match(/^replayed \d+ of 10000$/gm)?.length).toBeGreaterThan(2);
  expect(out).toMatch(/^Delivered +10000$/m);
  const counts = times(await sentIds());
  expect(counts.size).toBe(ids.length);
  expect(Math.max(...counts.values())).toBe(1);
});
