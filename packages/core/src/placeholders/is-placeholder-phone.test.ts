import { expect, it } from "vitest";
import { isPlaceholderPhone } from "./is-placeholder-phone.ts";

it.each([
  ["one digit over and over", "+91-9999999999", true],
  ["noughts", "+91-0000000000", true],
  ["one digit over and over, like the calling code", "+1-1111111111", true],
  ["a counting row", "+91-1234567890", true],
  ["a counting row that begins elsewhere", "+91-123456789", true],
  ["a counting row past nine", "+1-2345678901", true],
  ["a row that falls, which is dialled", "+91-9876543210", false],
  ["one digit but for the last", "+91-9999999998", false],
  ["any other", "+1-2125550100", false],
])("%s is nobody's number (%s): %s", (_, formatted, is) => expect(isPlaceholderPhone(formatted)).toBe(is));
