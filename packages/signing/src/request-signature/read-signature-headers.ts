import { accessKeyIdPattern } from "../access-keys/access-key.ts";
import { maxSkewSeconds, noncePattern, signaturePattern, timestampPattern } from "./header-grammar.ts";
import { signatureHeaders, type HeaderReader, type SignatureHeader } from "./signature-headers.ts";
import type { SignatureHeaderProblem } from "./signature-problem.ts";

/** Well-formed headers of our time. Nothing is proved by them before `checkSignature`. */
export interface SignatureRead {
  ok: true;
  keyId: string;
  /** Unix seconds. */
  timestamp: number;
  nonce: string;
  /** 64 lowercase hexadecimal digits. */
  signature: string;
  /** Milliseconds UTC. Remember the nonce until then: from then on the timestamp refuses the request. */
  nonceExpiresAt: number;
}

/** Headers to refuse, and the first one at fault. */
export interface SignatureRefused {
  ok: false;
  problem: SignatureHeaderProblem;
  header: SignatureHeader;
}

/**
 * Reads the four headers by a strict grammar. `Headers` joins what was sent twice with a comma, which no value may hold, and
 * drops the spaces around a value, which are no part of it in HTTP.
 * @param nowMs milliseconds UTC.
 * @param oldestSeconds how long after its time a request is still taken: longer where its nonce is an idempotency key, so that a repetition harms nobody
 */
export function readSignatureHeaders(
  headers: HeaderReader,
  nowMs: number,
  oldestSeconds: number = maxSkewSeconds,
): SignatureRead | SignatureRefused {
  for (const header of Object.values(signatureHeaders)) {
    const value = headers.get(header);
    if (value === null) return refused("signature_header_missing", header);
    if (value.includes(",")) return refused("signature_header_doubled", header);
  }
  const keyId = headers.get(signatureHeaders.key) ?? "";
  if (!accessKeyIdPattern.test(keyId)) return refused("signature_key_malformed", signatureHeaders.key);
  const seconds = headers.get(signatureHeaders.timestamp) ?? "";
  if (!timestampPattern.test(seconds))
    return refused("signature_timestamp_malformed", signatureHeaders.timestamp);
  const nonce = headers.get(signatureHeaders.nonce) ?? "";
  if (!noncePattern.test(nonce)) return refused("signature_nonce_malformed", signatureHeaders.nonce);
  const value = headers.get(signatureHeaders.signature) ?? "";
  const [, signature] = signaturePattern.exec(value) ?? [];
  if (signature === undefined) return refused(problemOfSignature(value), signatureHeaders.signature);
  const timestamp = Number(seconds);
  const ageSeconds = Math.floor(nowMs / 1000) - timestamp;
  const near = ageSeconds <= oldestSeconds && ageSeconds >= -maxSkewSeconds;
  if (!near) return refused("signature_timestamp_skew", signatureHeaders.timestamp);
  const nonceExpiresAt = (timestamp + oldestSeconds + 1) * 1000;
  return { ok: true, keyId, timestamp, nonce, signature, nonceExpiresAt };
}

/** A short word before the `=` names a version or a scheme; a lone `=` at the end is base64's. */
function problemOfSignature(value: string): SignatureHeaderProblem {
  return /^(?!v1=)\w{1,8}=/.test(value) ? "signature_version_unknown" : "signature_malformed";
}

const refused = (problem: SignatureHeaderProblem, header: SignatureHeader): SignatureRefused => ({
  ok: false,
  problem,
  header,
});
