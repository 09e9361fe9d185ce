import { describe, expect, it } from "vitest";
import { isRestorable, restorableForMs, tookPosts } from "./form-deletion.ts";

describe("what a form takes", () => {
  it.each([
    ["a form that is there", null, 5_000_000, true],
    ["one deleted later", 1_000_000, 999_999, true],
    ["one the edge may still know", 1_000_000, 1_060_000, true],
    ["one the edge has forgotten", 1_000_000, 1_060_001, false],
  ])("by %s: %s", (_which, deleted_at, receivedAt, took) => {
    expect(tookPosts({ deleted_at }, receivedAt)).toBe(took);
  });
});

it.each([
  ["at once", 0, true],
  ["on the thirtieth day", restorableForMs, true],
  ["after it", restorableForMs + 1, false],
])("a deletion can be undone %s: %s", (_when, later, can) => {
  expect(isRestorable(1_000, 1_000 + later)).toBe(can);
  expect(restorableForMs).toBe(2_592_000_000);
});
