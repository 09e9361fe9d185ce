import { expect, it } from "vitest";
import { sayBytes } from "./say-bytes.ts";

it.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [2, "2 bytes"],
  [999, "999 bytes"],
  [999.6, "1 KB"],
  [1_000, "1 KB"],
  [1_549, "1.5 KB"],
  [999_949, "999.9 KB"],
  [999_950, "1 MB"],
  [40_000_000, "40 MB"],
  [123_460_000, "123.5 MB"],
  [999_949_999, "999.9 MB"],
  [999_950_000, "1 GB"],
  [8_600_000_000, "8.6 GB"],
  [10_000_000_000, "10 GB"],
  [1_234_000_000_000, "1234 GB"],
  [-40_000_000, "40 MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(sayBytes(bytes)).toBe(words);
});
