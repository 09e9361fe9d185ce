import { expect, it } from "vitest";
import {
  comparablePhone,
  earlierSpelling,
  phoneIdentity,
  phoneSpelling,
  soughtPhone,
} from "./phone-identity.ts";

it.each([
  ["any number", "+91-9876543210", "+91-9876543210"],
  ["an Argentine mobile called from abroad", "+54-91123456789", "+54-1123456789"],
  ["the same called at home", "+54-1123456789", "+54-1123456789"],
  ["another length, which is no mobile's", "+54-9112345678", "+54-9112345678"],
  ["a Brazilian mobile of before 2016", "+55-1187654321", "+55-11987654321"],
  ["the same of today", "+55-11987654321", "+55-11987654321"],
  ["a Brazilian fixed line", "+55-1132654321", "+55-1132654321"],
  ["a number of Benin of before November 2024", "+229-97123456", "+229-0197123456"],
  ["the same of today", "+229-0197123456", "+229-0197123456"],
])("%s is one telephone however it is written", (_, formatted, spelled) => {
  expect(phoneSpelling(formatted)).toBe(spelled);
  expect(phoneIdentity(formatted)).toBe(spelled);
});

it.each(["+54-91123456789", "+55-1187654321", "+229-97123456"])(
  "a text with more in it than %s is no number, and stays as it is",
  (number) => {
    for (const text of [`call ${number}`, `${number} or 12`]) expect(phoneSpelling(text)).toBe(text);
  },
);

it.each(["+54-1123456789", "+55-11987654321", "+229-0197123456"])(
  "a text with more in it than %s was not stored otherwise before",
  (number) => {
    for (const text of [`call ${number}`, `${number} or 12`]) expect(earlierSpelling(text)).toBeUndefined();
  },
);

it.each([
  ["call +44-2079460958 x123", "call +44-2079460958 x123"],
  ["+44-2079460958 x123 or so", "+44-2079460958 x123 or so"],
  ["call +91-9999999999", "call +91-9999999999"],
  ["+91-9999999999 or so", "+91-9999999999 or so"],
])("a text that only holds a number, %j, is compared as it was typed", (stored, compared) =>
  expect(comparablePhone(stored)).toBe(compared),
);

it.each([
  ["+54-1123456789", "+54-91123456789"],
  ["+55-11987654321", "+55-1187654321"],
  ["+55-11912345678", undefined],
  ["+229-0197123456", "+229-97123456"],
  ["+91-9876543210", undefined],
])("%s may have been stored before as %s", (spelled, before) => {
  expect(earlierSpelling(spelled)).toBe(before);
  if (before !== undefined) expect(phoneSpelling(before)).toBe(spelled);
});

it("a number that people type who give none identifies nobody", () => {
  expect(phoneIdentity("+91-9999999999")).toBeUndefined();
});

it.each([
  ["+44-2079460958 x123", "+44-2079460958"],
  ["+44-2079460958", "+44-2079460958"],
  ["+55-1187654321 x1", "+55-11987654321"],
  ["98765 43210 x1", "98765 43210 x1"],
  ["12", "12"],
  ["11111", "11111"],
  ["+91-9999999999", null],
  ["+91-9999999999 x123", null],
  ["+1-2345678901", null],
  [null, null],
])("%j is compared as %j", (stored, compared) => expect(comparablePhone(stored)).toBe(compared));

it.each([
  ["+91-9999999999 x1", "+91-9999999999"],
  ["+55-1187654321 x1", "+55-11987654321"],
  ["12", "12"],
])("%j is looked for as %j, whoever's it is", (stored, sought) => expect(soughtPhone(stored)).toBe(sought));
