import { afterAll, expect, test } from "vitest";
import { startReceiver } from "../receiver/start-receiver.ts";
import { farEnd } from "./far-end.ts";
import { freePorts } from "../harness/free-ports.ts";
import { receiverClient } from "../harness/receiver-client.ts";
import { useStack } from "./use-stack.ts";

// A receiver of our own: the stack's ends with it.
const [port = 0] = await freePorts(1);
const site = await startReceiver({ producer: 0, receiver: port });
afterAll(() => site.stop());
const receiver = receiverClient(`http://127.0.0.1:${port}`);

const stack = useStack({ DEMO_MAKE_URL: `http://127.0.0.1:${port}/hook` });
const { submitSomebody, submitMany, delivery, sends } = farEnd(stack, () => receiver);

/** No lease lasts this long: what had been left under way is taken up at once. */
const later = (minutes: number) => ({ TEST_CLOCK_OFFSET_MS: String(minutes * 60_000) });

test("Ctrl-C while leads are sent lets those sends end: none is made twice, and what waits goes out after the next start", async () => {
  await receiver.behave([{ delayMs: 1_500, times: 1_000 }]);
  const ids = await submitMany(8);
  await expect.poll(async () => (await receiver.received()).length, { timeout: 15_000 }).toBeGreaterThan(3);
  const stopped = stack().interrupt();
  await expect.poll(() => stack().output()).toContain("Ctrl-C again ends at once");
  await expect(submitSomebody()).rejects.toThrow();
  expect(await stopped).toBe(0);
  await receiver.behave([]);
  await stack().restart(later(10));
  for (const id of ids) {
    expect(await delivery(id, "delivered")).toMatchObject({ attempts: 1 });
    expect([id, (await sends(id)).length]).toEqual([id, 1]);
  }
});

test("a receiver that never answers holds the stop up for ten seconds, or until Ctrl-C comes again", async () => {
  await receiver.behave([{ hang: true, times: 1_000 }]);
  const id = await submitSomebody();
  await expect.poll(async () => (await sends(id)).length, { timeout: 15_000 }).toBe(1);
  const stopped = stack().interrupt();
  await expect.poll(() => stack().output()).toContain("Ctrl-C again ends at once");
  await new Promise((resolve) => setTimeout(resolve, 700));
  await stack().interrupt();
  expect(await stopped).toBe(130);
  await receiver.behave([]);
  await stack().restart(later(20));
  await delivery(id, "delivered");
});
