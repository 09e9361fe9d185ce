import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64Url, toBase64Url } from "./base64-url.ts";
import { fromHex, toHex } from "./request-signature/hex.ts";

/** RFC 4648, section 10, and the two characters that base64url has for itself. */
const known: [string, number[], string][] = [
  ["", [], ""],
  ["66", [0x66], "Zg"],
  ["666f", [0x66, 0x6f], "Zm8"],
  ["666f6f", [0x66, 0x6f, 0x6f], "Zm9v"],
  ["00", [0], "AA"],
  ["0f", [15], "Dw"],
  ["fbeffbef", [0xfb, 0xef, 0xfb, 0xef], "--_77w"],
  ["fffefdff", [0xff, 0xfe, 0xfd, 0xff], "__79_w"],
];

describe.each(known)("the bytes %s", (hex, bytes, base64Url) => {
  it("are these hexadecimal digits, two a byte, and back", () => {
    expect(toHex(Uint8Array.from(bytes).buffer)).toBe(hex);
    expect([...fromHex(hex)]).toEqual(bytes);
  });

  it("are this base64url without padding, and back", () => {
    expect(toBase64Url(Uint8Array.from(bytes))).toBe(base64Url);
    expect([...fromBase64Url(base64Url)]).toEqual(bytes);
  });
});

it("any bytes come back as they were", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect([...fromHex(toHex(Uint8Array.from(bytes).buffer))]).toEqual([...bytes]);
      expect([...fromBase64Url(toBase64Url(bytes))]).toEqual([...bytes]);
      expect(toBase64Url(bytes)).toMatch(/^[A-Za-z0-9_-]*$/);
    }),
  );
});

it.each(["a", "Zg=x", "ä", "Zg Zg!"])("%j is no base64url", (text) => {
  expect(() => fromBase64Url(text)).toThrow();
});
