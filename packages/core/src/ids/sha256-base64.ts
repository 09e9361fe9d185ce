import { sha256 } from "@noble/hashes/sha2.js";

const encoder = new TextEncoder();

/** SHA-256 of a text's UTF-8, as policies name what a page holds. At once, where the platform's own would be waited for. */
export const sha256Base64 = (text: string): string =>
  btoa(String.fromCharCode(...sha256(encoder.encode(text))));
