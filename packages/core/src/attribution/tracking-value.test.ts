import { expect, it } from "vitest";
import { trackingValue } from "./tracking-value.ts";

const nothing = [
  "",
  "  ",
  "undefined",
  "null",
  "NaN",
  "N/A",
  "(not set)",
  "not set",
  "-",
  "--",
  "...",
  "{{campaign.name}}",
  "{gclid}",
  "[utm_source]",
  "<source>",
  "%source%",
  "${source}",
  "__CAMPAIGN_NAME__",
  "{{a\nb}}",
];
it.each(nothing)("%j says nothing", (typed) => expect(trackingValue("utm_source", typed)).toBeNull());

const something = ["google", "(direct)", "null-ag", "a{b}", "-a", "21345678901", "x (not set)"];
it.each(something)("%j says something", (typed) => expect(trackingValue("utm_source", typed)).toBe(typed));

it.each<[string, Parameters<typeof trackingValue>, string | null]>([
  ["blanks around it are dropped", ["utm_source", " a "], "a"],
  ["what would act on a terminal is a blank", ["utm_source", "a\u001b[31m\u0000b"], "a [31m b"],
  ["however much of it", ["utm_source", "a\r\nb"], "a b"],
  ["a campaign's name is cut", ["utm_campaign", "x".repeat(251)], "x".repeat(250)],
  ["and stays text where it is", ["utm_campaign", `${"x".repeat(249)}\u{1f600}`], `${"x".repeat(249)}\ufffd`],
  ["without a blank at its end", ["utm_campaign", `${"x".repeat(249)} yy`], "x".repeat(249)],
  ["a click id may be long", ["gclid", "x".repeat(500)], "x".repeat(500)],
  ["too long it is none", ["fbclid", "x".repeat(501)], null],
  ["with a blank in it, too", ["ttclid", "a b"], null],
])("%s", (_, [name, typed], expected) => expect(trackingValue(name, typed)).toBe(expected));
