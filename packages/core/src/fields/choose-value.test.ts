import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { expect, it } from "vitest";
import { chooseValue, isBlank, isFilledIn, mostValues } from "./choose-value.ts";

it.each<[string, KnownField, string, string, string]>([
  ["the address, not the word before it", "email", "bad", "b@x.io", "b@x.io"],
  ["the first of two addresses", "email", "a@x.io", "b@x.io", "a@x.io"],
  ["somebody's address, not one that is nobody's", "email", "noemail@x.io", "b@x.io", "b@x.io"],
  ["an address that is nobody's, not a word", "email", "bad", "noemail@x.io", "noemail@x.io"],
  ["the address before a word", "email", "a@x.io", "bad", "a@x.io"],
  ["the first of two words", "email", "bad", "worse", "bad"],
  ["the number, not the calling code before it", "phone", "+91", "9876543210", "9876543210"],
  ["the first of two numbers", "phone", "123456", "9876543210", "123456"],
  ["the browser's id, not a variable", "visitor_id", "{{id}}", "v1", "v1"],
  ["the first of two browser's ids", "visitor_id", "v1", "v2", "v1"],
  ["the first of two messages, whatever they say", "message", "-", "Hello", "-"],
])("takes %s", (_, field, first, second, taken) => expect(chooseValue(field, [first, second])).toBe(taken));

it("of values that are all blank takes none, and looks at no more than twenty", () => {
  expect(chooseValue("email", [])).toBeUndefined();
  expect(chooseValue("email", ["n/a", "-"])).toBeUndefined();
  const bad = (count: number) => Array.from({ length: count }, (_, index) => `bad${index}`);
  expect(chooseValue("email", [...bad(mostValues - 1), "b@x.io"])).toBe("b@x.io");
  expect(chooseValue("email", [...bad(mostValues), "b@x.io"])).toBe("bad0");
});

it.each<[KnownField, string, boolean]>([
  ["email", "bad", true],
  ["email", "n/a", false],
  ["phone", "12", true],
  ["phone", "98765 43210", true],
  ["phone", "+91", false],
  ["phone", "(+1-246)", false],
  ["phone", "+91 98", false],
  ["phone", "+91 987", true],
  ["phone", "{{phone}}", false],
])("a %s of %j was filled in: %s", (field, text, is) => expect(isFilledIn(field, text)).toBe(is));

it.each<[KnownField, string, boolean]>([
  ["email", "N/A", true],
  ["email", "none@none.com", false],
  ["email", "bad", false],
  ["phone", "null", true],
  ["phone", "0", true],
  ["phone", "{{phone123456}}", true],
  ["phone", "98765 43210 [[office]]", false],
  ["phone", "12", false],
  ["country_code", "undefined", true],
  ["country_code", "NO", false],
  ["country_code", "{{country}}", true],
  ["country_code", "India", false],
  ["country_code", "🇮🇳", false],
  ["country_code", "🇮🇳 -", false],
  ["project", "🇮🇳", true],
  ["project", "undefined", true],
  ["project", "null undefined", true],
  ["project", "un\u200bdefined", true],
  ["project", "-", true],
  ["project", "Null Island", false],
  ["project", "100% organic", false],
  ["utm_source", "%UTM_SOURCE%", true],
  ["utm_source", "[utm_source]", true],
  ["utm_source", "google", false],
  ["honeypot", "undefined", true],
  ["honeypot", "true", false],
  ["honeypot", "0.0", true],
  ["honeypot", "-0", true],
  ["honeypot", "false,false", true],
  ["honeypot", "0; no | off", true],
  ["honeypot", "0,1", false],
  ["honeypot", "offer", false],
  ["honeypot", "0x", false],
  ["message", "null", false],
  ["visitor_id", "null", false],
])("a %s of %j is as good as blank: %s", (field, text, blank) => expect(isBlank(field, text)).toBe(blank));
