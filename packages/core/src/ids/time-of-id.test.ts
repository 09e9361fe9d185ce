import { v7 } from "uuid";
import { expect, it } from "vitest";
import { derivedId } from "./derived-id.ts";
import { timeOfId } from "./time-of-id.ts";

it("a UUIDv7 tells when it was made, other ids tell nothing", () => {
  expect(timeOfId(v7({ msecs: 1_700_000_000_123 }))).toBe(1_700_000_000_123);
  for (const id of [derivedId("a"), "", "018bcfe5-6800-7000-8000", "lead"])
    expect(timeOfId(id)).toBeUndefined();
});

it.each([
  ["the first millisecond", "00000000-0000-7000-8000-000000000000", 0],
  ["in capitals", "018BCFE5-687B-7ABC-BDEF-0123456789AB", 1_700_000_000_123],
  ["another version", "018bcfe5-687b-4abc-bdef-0123456789ab", undefined],
  ["another variant", "018bcfe5-687b-7abc-cdef-0123456789ab", undefined],
  ["something before it", "x018bcfe5-687b-7abc-bdef-0123456789ab", undefined],
  ["something behind it", "018bcfe5-687b-7abc-bdef-0123456789abx", undefined],
])("%s: %s was made at %j", (_what, id, ms) => expect(timeOfId(id)).toBe(ms));
