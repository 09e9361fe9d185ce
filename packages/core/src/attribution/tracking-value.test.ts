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
  ["a lead's id at Meta is kept with all digits", ["meta_lead_id", "12345678901234567"], "12345678901234567"],
  ["as Meta's exports write it, too", ["meta_lead_id", " l:1234567890123456"], "1234567890123456"],
  ["what is no such id is none", ["meta_lead_id", "lead 7"], null],
  ["nor is a number too short for one", ["meta_lead_id", "123456789"], null],
  ["only Meta's ids are written so", ["gclid", "l:1234567890123456"], "l:1234567890123456"],
])("%s", (_, [name, typed], expected) => expect(trackingValue(name, typed)).toBe(expected));
