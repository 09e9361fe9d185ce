import { v7 } from "uuid";
import { expect, it } from "vitest";
import { derivedId } from "./derived-id.ts";
import { timeOfId } from "./time-of-id.ts";

it("a UUIDv7 tells when it was made, other ids tell nothing", () => {
  expect(timeOfId(v7({ msecs: 1_700_000_000_123 }))).toBe(1_700_000_000_123);
  for (const id of [derivedId("a"), "", "018bcfe5-6800-7000-8000", "lead"])
    expect(timeOfId(id)).toBeUndefined();
});
