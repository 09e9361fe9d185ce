import { toBase64Url } from "../base64-url.ts";
import { toHex } from "../request-signature/hex.ts";

/** A client's callback key, as it stands in addresses: no secret. */
const keyPattern = /^cbk_[A-Za-z0-9_-]{16}$/;
const secretPattern = /^(cbk_[A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{43})$/;

export const isCallbackKey = (text: string): boolean => keyPattern.test(text);

/** @param random 12 bytes */
export const newCallbackKey = (random: Uint8Array): string => `cbk_${toBase64Url(random)}`;

/** A client's secret names its key, so that it is enough by itself. @param random 32 bytes */
export const newCallbackSecret = (key: string, random: Uint8Array): string => `${key}.${toBase64Url(random)}`;

/** The key that a secret is of; undefined for what is no secret of ours. */
export const keyOfSecret = (secret: string): string | undefined => secretPattern.exec(secret)?.[1];

/** Hexadecimal SHA-256: 32 random bytes need no salt, and what is kept of a secret opens nothing. */
export const hashOfSecret = async (secret: string): Promise<string> =>
  toHex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret)));

/** Whether a secret is one of these, in a time that tells nothing of them. */
export function isOneOf(hash: string, hashes: readonly string[]): boolean {
  return hashes.map((one) => differences(one, hash) === 0).includes(true);
}

function differences(one: string, other: string): number {
  let found = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) found |= one.charCodeAt(at) ^ (other.charCodeAt(at) || 0);
  return found;
}
