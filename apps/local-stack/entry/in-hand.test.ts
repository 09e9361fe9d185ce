import { expect, it, vi } from "vitest";
import { createInHand } from "./in-hand.ts";

const never = () => new Promise<never>(() => {});

it("closing waits for what is in hand, also for what fails", async () => {
  const inHand = createInHand(never);
  const [good, bad] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const results = [inHand.hold(() => good.promise), inHand.hold(() => bad.promise).catch(String)];
  expect(inHand.isClosed()).toBe(false);
  const closed = inHand.close(10_000);
  expect(inHand.isClosed()).toBe(true);
  good.resolve("done");
  bad.reject(new Error("failed"));
  expect(await closed).toBe(0);
  expect(await Promise.all(results)).toEqual(["done", "Error: failed"]);
});

it("closing waits no longer than its patience, and says how much is left", async () => {
  const waited: number[] = [];
  const inHand = createInHand(async (ms) => void waited.push(ms));
  void inHand.hold(never);
  void inHand.hold(never);
  expect([await inHand.close(10_000), waited]).toEqual([2, [10_000]]);
});

it("closing with nothing in hand waits for nothing, though there was something once", async () => {
  const inHand = createInHand(never);
  await inHand.hold(async () => {});
  expect(await inHand.close(10_000)).toBe(0);
});

it("what is in hand keeps no promise for the next request: workerd would warn of each", async () => {
  const made = vi.spyOn(Promise, "withResolvers");
  const inHand = createInHand(never);
  await inHand.hold(async () => {});
  await inHand.hold(async () => {});
  expect(made).not.toHaveBeenCalled();
  made.mockRestore();
});
