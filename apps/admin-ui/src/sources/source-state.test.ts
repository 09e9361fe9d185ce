import { expect, it } from "vitest";
import { sourceState } from "./source-state.ts";

it.each([
  ["is on", { enabled: true, deleted_at: null }, "good"],
  ["is paused", { enabled: false, deleted_at: null }, "warn"],
  ["was deleted, whatever it was before", { enabled: true, deleted_at: 1 }, "calm"],
])("a source that %s looks so", (_what, source, look) => {
  expect(sourceState(source).look).toBe(look);
});
