import { accessKeyIdPattern, accessKeySecretPattern } from "../access-keys/access-key.ts";
import { noncePattern, timestampPattern } from "./header-grammar.ts";
import { toHex } from "./hex.ts";
import { hmacKey } from "./hmac.ts";
import { signatureHeaders, type SignatureHeader } from "./signature-headers.ts";
import { requestTarget, signingText, type SignedBody } from "./signing-text.ts";

/** A request about to be sent with `fetch`. */
export interface RequestToSign {
  keyId: string;
  secret: string;
  method: string;
  /** Absolute. Signed as `fetch` sends it: parsed and written anew, without fragment. */
  url: string | URL;
  /** Exactly what is sent; none is the empty string. */
  body?: SignedBody | undefined;
  /** Unix seconds. */
  timestamp: number;
  /** New for every request: 16 to 128 characters of `A-Z a-z 0-9 _ -`. */
  nonce: string;
}

/** The four headers to send. Throws a RangeError on what every server would refuse; it names the part and never the secret. */
export async function signRequest(request: RequestToSign): Promise<Record<SignatureHeader, string>> {
  const { keyId, secret, method, timestamp, nonce, body = "" } = request;
  requirePart("key id", accessKeyIdPattern.test(keyId));
  requirePart("secret", accessKeySecretPattern.test(secret));
  requirePart("timestamp", timestampPattern.test(String(timestamp)));
  requirePart("nonce", noncePattern.test(nonce));
  const target = requestTarget(new URL(request.url).href);
  const text = await signingText({ method, target, timestamp, nonce, body });
  const key = await hmacKey(secret, "sign");
  const hmac = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text));
  return {
    [signatureHeaders.key]: keyId,
    [signatureHeaders.timestamp]: String(timestamp),
    [signatureHeaders.nonce]: nonce,
    [signatureHeaders.signature]: `v1=${toHex(hmac)}`,
  };
}

function requirePart(name: string, valid: boolean): void {
  if (!valid) throw new RangeError(`Cannot sign: the ${name} is malformed`);
}
