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
