import { expect, it } from "vitest";
import { phoneValue } from "./phone-value.ts";

const hints = { defaultRegion: "IN" };

it.each<[string, string[], string | null, boolean, string | undefined]>([
  ["nothing", [], null, false, undefined],
  ["words for nothing", ["N/A", "-"], null, false, undefined],
  ["a calling code that a form filled in", ["+91"], null, false, undefined],
  ["a variable with digits in it", ["{{phone_123456}}"], null, false, undefined],
  ["a number beside a variable", ["98765 43210 [[office]]"], "+91-9876543210", true, "+91-9876543210"],
  ["a number beside a template's mark", ["98765 43210 %%"], "+91-9876543210", true, "+91-9876543210"],
  ["two numbers beside a mark", ["98765 43210/11 <?"], "98765 43210/11 <?", true, "+91-9876543210"],
  ["what cannot be dialled beside a mark", ["123456 <?"], "123456 <?", false, undefined],
  ["a number", ["98765 43210"], "+91-9876543210", true, "+91-9876543210"],
  [
    "a number behind one that cannot be dialled",
    ["123456", "98765 43210"],
    "+91-9876543210",
    true,
    "+91-9876543210",
  ],
  [
    "a number behind one that is nobody's",
    ["99999 99999", "98765 43210"],
    "+91-9876543210",
    true,
    "+91-9876543210",
  ],
  ["one that is nobody's", ["99999 99999", "123456"], "+91-9999999999", true, undefined],
  [
    "one that is nobody's behind one that cannot be dialled",
    ["123456", "99999 99999"],
    "+91-9999999999",
    true,
    undefined,
  ],
  ["the first of two numbers", ["98765 43210", "91234 56780"], "+91-9876543210", true, "+91-9876543210"],
  ["what cannot be dialled as typed", ["123456", "654321"], "123456", false, undefined],
  ["a number with its extension", ["+44 20 7946 0958 x123"], "+44-2079460958 x123", true, "+44-2079460958"],
  ["two numbers in one field as typed", ["98765 43210/11"], "98765 43210/11", true, "+91-9876543210"],
  [
    "a number as its country writes it, known by the one spelling",
    ["+54 9 11 2345 6789"],
    "+54-91123456789",
    true,
    "+54-1123456789",
  ],
])("of %s", (_, given, text, ok, identity) => {
  expect(phoneValue(given, hints)).toEqual({ text, ok, identity });
});
