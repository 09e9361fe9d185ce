import { accessKeySecretPattern } from "../access-keys/access-key.ts";
import { fromHex } from "./hex.ts";
import { hmacKey } from "./hmac.ts";
import type { SignatureRead } from "./read-signature-headers.ts";
import { requestTarget, signingText, type SignedBody } from "./signing-text.ts";

/** A request as it came in. */
export interface ReceivedRequest {
  method: string;
  /** `request.url` itself: parsing it first would re-encode it. */
  url: string;
  /** The raw bytes, before any decoding; none is the empty string. */
  body: SignedBody;
}

/**
 * True when one of a key's secrets made this signature, compared in constant time. Two secrets stand while a key is rotated.
 * What is no access-key secret, such as an empty text, never verifies.
 */
export async function checkSignature(
  read: SignatureRead,
  secrets: readonly string[],
  request: ReceivedRequest,
): Promise<boolean> {
  const { timestamp, nonce } = read;
  const { method, url, body } = request;
  const text = await signingText({ method, target: requestTarget(url), timestamp, nonce, body });
  const [signature, data] = [fromHex(read.signature), new TextEncoder().encode(text)];
  const verified = await Promise.all(
    secrets
      .filter((secret) => accessKeySecretPattern.test(secret))
      .map(async (secret) => crypto.subtle.verify("HMAC", await hmacKey(secret, "verify"), signature, data)),
  );
  return verified.includes(true);
}
