import { expect, it } from "vitest";
import { isRepeated, isRow } from "./is-row.ts";

it.each([
  ["0000", true],
  ["aa", true],
  ["a", false],
  ["", false],
  ["0001", false],
])("%j is one sign over and over: %s", (text, is) => expect(isRepeated(text)).toBe(is));

it.each([
  ["1234567890", true],
  ["0123456789", true],
  ["8901", true],
  ["1234", true],
  ["abcd", true],
  ["123", false],
  ["9876543210", false],
  ["1235", false],
  ["2345678902", false],
  ["1111", false],
  ["yzab", false],
  ["89:;", false],
  ["789a", false],
  ["", false],
])("%j is counted: %s", (text, is) => expect(isRow(text)).toBe(is));
