import { toBase64Url } from "../base64-url.ts";

/** Names a key in `X-LeadRelay-Key`, in lists and in the audit log; no secret. */
export const accessKeyIdPattern = /^lrk_[A-Za-z0-9_-]{20}$/;

/** What the holder of a key signs with. The HMAC key is this whole text, `lrs_` included. */
export const accessKeySecretPattern = /^lrs_[A-Za-z0-9_-]{43}$/;

const idBytes = 15;
const secretBytes = 32;

/** `lrk_` and 20 characters. @param random 15 bytes from a cryptographic source; throws on another length. */
export const newAccessKeyId = (random: Uint8Array): string => `lrk_${encoded(random, idBytes)}`;

/** `lrs_` and 43 characters. @param random 32 bytes from a cryptographic source; throws on another length. */
export const newAccessKeySecret = (random: Uint8Array): string => `lrs_${encoded(random, secretBytes)}`;

function encoded(random: Uint8Array, length: number): string {
  if (random.length !== length) throw new RangeError(`Expected ${length} random bytes, got ${random.length}`);
  return toBase64Url(random);
}
