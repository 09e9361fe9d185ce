import { expect, it } from "vitest";
import { attributionOf } from "../attribution/attribution-of.ts";
import { packAttribution } from "../attribution/pack-attribution.ts";
import { originOf } from "./origin-of.ts";

const page_url = "https://www.example.com/lake?utm_source=Google&utm_campaign=Spring%20Sale";
const of = (fields: Record<string, string>) => {
  const page = fields.page_url ?? null;
  const attribution = attributionOf(fields, { referrer: null });
  return originOf({
    attribution_json: packAttribution(attribution, { page_url: page, referrer: null }),
    page_url: page,
  });
};

it.each<[what: string, fields: Record<string, string>, source: string, campaign: string]>([
  ["the page tells it, in small letters", { page_url }, "google", "spring sale"],
  ["fields tell it", { utm_source: "Meta", utm_campaign: "A" }, "meta", "a"],
  ["what says nothing is none", {}, "", ""],
  ["a source alone has no campaign", { utm_source: "x" }, "x", ""],
  ["what a path cannot name is left out", { utm_source: 'a"b\\c' }, "a b c", ""],
  ["a long one is cut", { utm_source: "y".repeat(99) }, "y".repeat(60), ""],
  ["and in no half of a sign", { utm_source: `${"y".repeat(59)}\u{1F600}` }, `${"y".repeat(59)}\uFFFD`, ""],
  ["and ends in no blank", { utm_source: `${"y".repeat(59)} z` }, "y".repeat(59), ""],
])("%s", (_what, fields, source, campaign) => {
  expect(of(fields)).toEqual({ source, campaign });
});

it("of a row that keeps none it is not known", () => {
  expect(originOf({ attribution_json: null, page_url })).toEqual({ source: "", campaign: "" });
});
