import { expect, it } from "vitest";
import { gatherOthers } from "./gather-others.ts";

it.each([
  [0, []],
  [1, []],
  [6, []],
  [7, [100]],
  [99, [100]],
  [100, []],
])("a batch of %d waits %j ms", async (messages, waits) => {
  const waited: number[] = [];
  await gatherOthers(messages, { wait: async (ms) => void waited.push(ms) });
  expect(waited).toEqual(waits);
});
