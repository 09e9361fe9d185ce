import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  accessKeyIdPattern,
  accessKeySecretPattern,
  newAccessKeyId,
  newAccessKeySecret,
} from "./access-key.ts";

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

it("ids and secrets have the form that is checked, whatever the bytes", () => {
  fc.assert(fc.property(bytes(15), (random) => accessKeyIdPattern.test(newAccessKeyId(random))));
  fc.assert(fc.property(bytes(32), (random) => accessKeySecretPattern.test(newAccessKeySecret(random))));
});

it("other bytes are another secret", () => {
  fc.assert(
    fc.property(bytes(32), bytes(32), (one, other) => {
      expect(newAccessKeySecret(one) === newAccessKeySecret(other)).toBe(String(one) === String(other));
    }),
  );
});

it("the bytes are written in base64url", () => {
  expect(newAccessKeyId(new Uint8Array(15).fill(255))).toBe("lrk_____________________");
  expect(newAccessKeySecret(new Uint8Array(32))).toBe(`lrs_${"A".repeat(43)}`);
});

it.each([0, 14, 16, 31, 33])("%i bytes make neither", (length) => {
  expect(() => newAccessKeyId(new Uint8Array(length))).toThrow(RangeError);
  expect(() => newAccessKeySecret(new Uint8Array(length))).toThrow(RangeError);
});

it.each([
  "",
  "lrk_",
  "lrs_",
  `lrk_${"a".repeat(43)}`,
  `lrs_${"a".repeat(20)}`,
  ` lrk_${"a".repeat(20)}`,
  ` lrs_${"a".repeat(43)}`,
  `lrs_${"a".repeat(43)}\n`,
  `lrk_${"a".repeat(20)}\n`,
  `LRK_${"a".repeat(20)}`,
])("%j is neither", (text) => {
  expect(accessKeyIdPattern.test(text)).toBe(false);
  expect(accessKeySecretPattern.test(text)).toBe(false);
});
