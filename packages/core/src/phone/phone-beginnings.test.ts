import * as fc from "fast-check";
import { expect, it } from "vitest";
import { formatPhone } from "./format-phone.ts";
import { phoneBeginnings } from "./phone-beginnings.ts";

it.each([
  ["+91-98765", [], ["+91-98765"]],
  ["+91 98765 43210", [], ["+91-9876543210"]],
  ["0091 98765", [], ["+91-98765"]],
  ["+9198765", ["US"], ["+91-98765"]],
  ["9876543210", ["IN"], ["+91-9876543210", "+98-76543210"]],
  ["09876", ["IN"], ["+91-9876", "+91-09876"]],
  ["06 1234", ["IT"], ["+39-061234", "+39-61234"]],
  ["555", ["US", "XX"], ["+1-555", "+55-5"]],
  ["९८७६५४३२१०", ["IN"], ["+91-9876543210", "+98-76543210"]],
  ["5", [], []],
  ["", ["IN"], []],
  ["+91", [], []],
  ["  +91 98765", ["US"], ["+91-98765"]],
  ["+44-07911123456", [], ["+44-07911123456"]],
  ["(+91-98765", [], ["+91-98765"]],
  ["9800765", ["IN"], ["+91-9800765", "+98-00765"]],
  ["0-09876", ["IN"], ["+91-9876", "+91-009876"]],
  ["98765", ["IN", "IN"], ["+91-98765", "+98-765"]],
  ["(+91) 98765", ["US"], ["+91-98765"]],
  ["(0091) 98765", ["US"], ["+91-98765"]],
  ["  +91-98765 ", [], ["+91-98765"]],
  ["+91-98765x", [], ["+91-98765"]],
  ["+12345-6", [], ["+1-23456"]],
  ["９８７６５", ["IN"], ["+91-98765", "+98-765"]],
  ["0", ["IN"], ["+91-0"]],
  ["00", ["IN"], []],
  ["+54-91123456789", [], ["+54-1123456789", "+54-91123456789"]],
  ["+54-1123456789", [], ["+54-1123456789", "+54-91123456789"]],
  ["+54 9 11 2345 6789", [], ["+54-1123456789", "+54-91123456789"]],
  ["+55-1187654321", [], ["+55-11987654321", "+55-1187654321"]],
  ["11 8765 4321", ["BR"], ["+55-11987654321", "+55-1187654321", "+1-187654321"]],
  ["+229-97123456", [], ["+229-0197123456", "+229-97123456"]],
  ["2125550123", ["US"], ["+1-2125550123", "+212-5550123"]],
])("%s where forms expect %j is looked for as %j", (typed, regions, beginnings) => {
  expect(phoneBeginnings(typed, { regions }).filter((one) => one.includes("-"))).toEqual(beginnings);
});

it("any number is found by what was typed into the form, and by any beginning of its international spelling", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 6_000_000_000, max: 9_999_999_999 }),
      fc.integer({ min: 4, max: 9 }),
      (n, cut) => {
        const phone = formatPhone(String(n), { defaultRegion: "IN" });
        const stored = phone.ok ? phone.formatted : "";
        expect(phoneBeginnings(String(n), { regions: ["IN"] })).toContain(stored);
        const begun = phoneBeginnings(`+91${n}`.slice(0, cut), { regions: [] });
        expect(begun.some((beginning) => stored.startsWith(beginning))).toBe(true);
      },
    ),
  );
});

it("is looked for by the one spelling of a number that has two", () => {
  expect(phoneBeginnings("+54 9 11 2345 6789", { regions: [] })[0]).toBe("+54-1123456789");
});

it("is looked for under eight beginnings at most, however many countries' numbers forms expect", () => {
  const regions = ["IN", "US", "GB", "DE", "FR", "ES", "PT", "PL", "NL"];
  expect(phoneBeginnings("555123", { regions })).toHaveLength(8);
});

it.each([
  ["9999999999", ["91"], "+91-9999999999"],
  ["9876543210", ["91"], "+91-9876543210"],
  ["098765 43210", ["91"], "+91-9876543210"],
  ["(0) 98765-43210", ["91"], "+91-9876543210"],
  ["٩٨٧٦٥٤٣٢١٠", ["91"], "+91-9876543210"],
  ["९८७६५४३२१०", ["44", "91"], "+91-9876543210"],
  ["98.76.54.32.10", ["91"], "+91-9876543210"],
  ["07911 123456", ["44"], "+44-7911123456"],
  ["06 12345678", ["39"], "+39-0612345678"],
  ["212 555 0123", ["1"], "+1-2125550123"],
  ["0091 98765 43210", [], "+91-9876543210"],
  ["+91 (98765) 43210", [], "+91-9876543210"],
  ["91 98765 43210", [], "+91-9876543210"],
])("%s is looked for among leads of %j as %s too", (typed, callingCodes, stored) => {
  expect(phoneBeginnings(typed, { regions: [], callingCodes })).toContain(stored);
});

it("what those leads have comes before another country's reading of the same digits", () => {
  expect(phoneBeginnings("9876543210", { regions: [], callingCodes: ["91"] })).toEqual([
    "+91-9876543210",
    "+98-76543210",
    "9876543210",
  ]);
});

it("a number with its country is not looked for in others", () => {
  expect(phoneBeginnings("+44 7911 123456", { regions: ["IN"], callingCodes: ["91"] })).toEqual([
    "+44-7911123456",
    "447911123456",
  ]);
});

it("more are looked for where more are asked for", () => {
  const callingCodes = ["1", "7", "33", "34", "39", "44", "48", "49", "91", "92"];
  expect(phoneBeginnings("98765432", { regions: [], callingCodes, most: 16 }).length).toBeGreaterThan(10);
});

it.each([
  ["five digits, which nobody takes for a whole number", "98765", "IN", ["+91-98765", "+98-765"]],
  ["six, which may be kept as they were typed", "987654", "IN", ["+91-987654", "+98-7654", "987654"]],
  ["six of a country that there is not", "987654", "XX", ["+98-7654", "987654"]],
])("of %s it looks for what may be stored", (_, typed, region, beginnings) => {
  expect(phoneBeginnings(typed, { regions: [region] })).toEqual(beginnings);
});
