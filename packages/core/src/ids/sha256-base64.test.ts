import { expect, it } from "vitest";
import { sha256Base64 } from "./sha256-base64.ts";

// From FIPS 180-4's examples, and what OpenSSL makes of UTF-8.
it.each([
  ["", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="],
  ["abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="],
  ["é", undefined],
])("%j is hashed by its UTF-8", async (text, known) => {
  const platform = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const expected = known ?? btoa(String.fromCharCode(...new Uint8Array(platform)));
  expect(sha256Base64(text)).toBe(expected);
});
