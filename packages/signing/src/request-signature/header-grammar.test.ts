import { expect, it } from "vitest";
import { maxSkewSeconds, noncePattern, signaturePattern, timestampPattern } from "./header-grammar.ts";

it.each(["0", "7", "10", "1790000000", "1".repeat(12)])("%s is a timestamp in seconds", (text) => {
  expect(timestampPattern.test(text)).toBe(true);
});
it.each(["", "00", "01", "1".repeat(13), "-1", "+1", "1.0", "1e9", " 1", "1 ", "1\n", "x1", "1x"])(
  "%j is none",
  (text) => {
    expect(timestampPattern.test(text)).toBe(false);
  },
);

it.each(["n".repeat(16), "n".repeat(128), "AZaz09_-AZaz09_-"])("%s is a nonce", (text) => {
  expect(noncePattern.test(text)).toBe(true);
});
it.each(["n".repeat(15), "n".repeat(129), `${"n".repeat(16)}\n`, `.${"n".repeat(16)}`, `${"n".repeat(16)}+`])(
  "%j is no nonce",
  (text) => {
    expect(noncePattern.test(text)).toBe(false);
  },
);

const hex = "0123456789abcdef".repeat(4);
it("a signature is v1= and 64 lowercase hexadecimal digits", () => {
  expect(signaturePattern.exec(`v1=${hex}`)?.[1]).toBe(hex);
});
it.each([
  hex,
  `v1=${hex}0`,
  `v1=${hex.slice(1)}`,
  `v1=${hex.toUpperCase()}`,
  ` v1=${hex}`,
  `v1=${hex}\n`,
  `v2=${hex}`,
])("%j is none", (text) => {
  expect(signaturePattern.test(text)).toBe(false);
});

it("five minutes are how far a clock may be off", () => {
  expect(maxSkewSeconds).toBe(300);
});
