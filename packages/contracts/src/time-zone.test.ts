import { expect, it } from "vitest";
import { isTimeZone } from "./time-zone.ts";

it.each([
  ["Asia/Kolkata", true],
  ["Asia/Calcutta", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Etc/GMT+5", true],
  ["UTC", true],
  ["Asia/Atlantis", false],
  ["+05:30", false],
  ["asia/kolkata", false],
  ["IST", false],
  ["EST", false],
  ["", false],
  ["Asia/Kolkata\n", false],
])("%j is a time zone: %s", (name, is) => {
  expect(isTimeZone(name)).toBe(is);
});
