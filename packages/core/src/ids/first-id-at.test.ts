import { v7 } from "uuid";
import { expect, it } from "vitest";
import { firstIdAt } from "./first-id-at.ts";

it("bounds the UUIDv7s of its millisecond from below, and those before from above", () => {
  for (const ms of [0, 1, 0xffff, 0x1_0000, 1_700_000_000_123, 2 ** 47]) {
    expect(v7({ msecs: ms }) >= firstIdAt(ms)).toBe(true);
    expect(v7({ msecs: ms }) < firstIdAt(ms + 1)).toBe(true);
  }
});

it.each([
  [0, "00000000-0000"],
  [1_700_000_000_123, "018bcfe5-687b"],
  [1.9, "00000000-0001"],
  [-5, "00000000-0000"],
])("from %d ms on ids begin with %s", (ms, beginning) => expect(firstIdAt(ms)).toBe(beginning));
