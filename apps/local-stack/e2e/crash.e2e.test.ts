import { afterAll, expect, test } from "vitest";
import { startReceiver } from "../receiver/start-receiver.ts";
import { farEnd } from "./far-end.ts";
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
const { submitSomebody, deliveries, delivery, sends } = farEnd(stack, () => receiver);

/** No lease lasts this long: after each crash the clock is so much further on, and what was under way is taken up at once. */
const longerThanAnyLeaseMs = 10 * 60_000;
let clockMs = 0;
async function startAgain(): Promise<void> {
  clockMs += longerThanAnyLeaseMs;
  await stack().restart({ TEST_CLOCK_OFFSET_MS: String(clockMs) });
}

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
