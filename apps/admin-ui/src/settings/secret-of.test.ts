import { expect, it } from "vitest";
import { secretOf } from "./secret-of.ts";

it.each([
  ["otpauth://totp/LeadRelay:a%40b.c?secret=ABCDEFGHIJ&issuer=LeadRelay", "ABCD EFGH IJ"],
  ["otpauth://totp/x?secret=ABCDEFGH", "ABCD EFGH"],
  ["otpauth://totp/x", ""],
  ["no address", ""],
])("%s", (uri, secret) => {
  expect(secretOf(uri)).toBe(secret);
});
