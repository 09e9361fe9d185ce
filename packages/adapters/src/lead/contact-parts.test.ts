import { describe, expect, test } from "vitest";
import { contactParts, e164Of } from "./contact-parts.ts";

const partsOf = (first_name: string | null, phone_mobile: string | null = null) =>
  contactParts({ first_name, email: "asha@example.com", phone_mobile });

describe("a name in two parts", () => {
  test.each([
    ["Asha Rao", "Asha", "Rao"],
    ["Asha Devi Rao", "Asha Devi", "Rao"],
    ["  Asha   Rao ", "Asha", "Rao"],
    ["Asha", "Asha", null],
    ["王小明", "王小明", null],
    ["", null, null],
    [null, null, null],
  ])("%j is %j and %j", (name, first_name, last_name) => {
    expect(partsOf(name)).toMatchObject({ first_name, last_name, email: "asha@example.com", phone: null });
  });
});

describe("a phone number", () => {
  test.each([
    ["+91-9999999999", "+919999999999"],
    ["+1-2025550123 x12", "+12025550123"],
    ["+353-861234567", "+353861234567"],
    ["+1234-5678", undefined],
    ["+91-99", undefined],
    ["+999-9999999999999", undefined],
    ["99999 99999", undefined],
    ["+91-9999999999, +91-8888888888", undefined],
    ["", undefined],
  ])("%j is %j", (phone, e164) => {
    expect(e164Of(phone)).toBe(e164);
    expect(partsOf(null, phone).phone).toBe(e164 ?? phone);
  });
});
