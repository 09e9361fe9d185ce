const prefix = "whsec_";
const leastBytes = 24;
const mostBytes = 64;

/** `whsec_` and base64 of 32 bytes. @param random 32 bytes from a cryptographic source; throws on another length. */
export function newWebhookSecret(random: Uint8Array): string {
  if (random.length !== 32) throw new RangeError(`Expected 32 random bytes, got ${random.length}`);
  return prefix + toBase64(random);
}

/** The bytes that Standard Webhooks signs with: of `whsec_` and base64 of 24 to 64 bytes, its padding left off or not; undefined of anything else. */
export function webhookSecretBytes(secret: string): Uint8Array<ArrayBuffer> | undefined {
  const [, base64] = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(secret) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = fromBase64(base64);
  if (bytes === undefined || bytes.length < leastBytes || bytes.length > mostBytes) return undefined;
  // What decodes to the same bytes but is written otherwise, other libraries refuse.
  return toBase64(bytes).replace(/=+$/, "") === base64.replace(/=+$/, "") ? bytes : undefined;
}

/** Base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** The bytes of base64 with padding or without; undefined of anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
