import { expect, it } from "vitest";
import { sayBytes } from "./say-bytes.ts";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [999.6, "1 KB"],
  [1_000, "1 KB"],
  [1_549, "1.5 KB"],
  [9_940, "9.9 KB"],
  [9_950, "10 KB"],
  [999_400, "999 KB"],
  [999_600, "1 MB"],
  [40_000_000, "40 MB"],
  [8_600_000_000, "8.6 GB"],
  [10_000_000_000, "10 GB"],
  [1_234_000_000_000, "1234 GB"],
  [-40_000_000, "40 MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(sayBytes(bytes)).toBe(words);
});
