import { expect, test } from "vitest";
import { runLanes } from "./run-lanes.ts";

const sleep = (ms: number) => new Promise((resolve) => void setTimeout(resolve, ms));

test("every item is worked once, at most six at a time", async () => {
  let now = 0;
  let most = 0;
  const done: number[] = [];
  await runLanes(
    Array.from({ length: 30 }, (_, index) => index),
    () => "a",
    async (item) => {
      most = Math.max(most, (now += 1));
      await sleep(1);
      now -= 1;
      done.push(item);
    },
  );
  expect(most).toBe(6);
  expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index));
});

test("a receiver that hangs holds two lanes while another's leads pass", async () => {
  const { promise: hang, resolve: release } = Promise.withResolvers<void>();
  let passed = 0;
  const items = [...Array.from({ length: 10 }, () => "slow"), ...Array.from({ length: 10 }, () => "quick")];
  const run = runLanes(
    items,
    (item) => item,
    async (item) => {
      if (item === "slow") return hang;
      passed += 1;
      if (passed === 10) release();
    },
  );
  await run;
  expect(passed).toBe(10);
});

test("nothing to do is done at once", async () => {
  await runLanes([], String, () => Promise.reject(new Error("called")));
});

test("items of one destination are begun in their order", async () => {
  const begun: number[] = [];
  await runLanes([3, 1, 2], String.bind(null, "a"), async (item) => void begun.push(item));
  expect(begun).toEqual([3, 1, 2]);
});

test("work that fails ends it at once", async () => {
  const hang = new Promise<void>(() => {});
  const run = runLanes(
    ["fails", "hangs"],
    (item) => item,
    (item) => (item === "fails" ? Promise.reject(new Error("broken")) : hang),
  );
  await expect(run).rejects.toThrow("broken");
});

test("a destination that is done makes room for its next", async () => {
  const begun: string[] = [];
  const items = ["a1", "a2", "b1", "a3", "b2", "a4", "c1", "a5"];
  let free = () => {};
  const run = runLanes(
    items,
    (item) => item.charAt(0),
    async (item) => {
      begun.push(item);
      if (begun.length < 7) await new Promise<void>((resolve) => (free = resolve));
    },
  );
  await sleep(1);
  // Two of a, two of b and c are under way; a third of a took the lane that nobody else wanted.
  expect(begun).toEqual(["a1", "a2", "b1", "b2", "c1", "a3"]);
  free();
  await sleep(1);
  expect(begun.slice(6)).toEqual(["a4", "a5"]);
  void run.catch(() => {});
});
