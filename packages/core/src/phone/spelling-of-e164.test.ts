import { expect, test } from "vitest";
import { spellingOfE164 } from "./spelling-of-e164.ts";

test.each([
  ["an Indian mobile", "+919876543210", "+91-9876543210"],
  ["one that people type who give none", "+919999999999", "+91-9999999999"],
  ["an Argentine mobile without its 9", "+5491123456789", "+54-1123456789"],
  ["no number", "+", undefined],
])("%s is %j as %j", (_what, e164, spelled) => {
  expect(spellingOfE164(e164)).toBe(spelled);
});
