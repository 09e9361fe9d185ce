import { expect, it } from "vitest";
import { storedLatest, withLatest } from "./latest-attribution.ts";

it.each<[string, string | null, string | null, string | null]>([
  ["a lead that submitted once stores one", "[]", "[]", null],
  ["one that came back otherwise stores both", "[]", '[4,"x"]', '[4,"x"]'],
  ["one of before this was kept stores none", null, null, null],
  ["one of before that came back stores the latest", null, "[]", "[]"],
  ["one of before with a late post stores that there is no latest", "[]", null, ""],
])("%s", (_, first_attribution_json, latest_attribution_json, stored) => {
  const lead = { id: 1, first_attribution_json, latest_attribution_json };
  expect(storedLatest(lead)).toBe(stored);
  expect(withLatest({ ...lead, latest_attribution_json: stored })).toEqual(lead);
});
