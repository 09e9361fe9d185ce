import { fromHex } from "@leadrelay/signing/request-signature/hex";
import { hmacKey } from "@leadrelay/signing/request-signature/hmac";
import { fromBase64 } from "@leadrelay/signing/webhooks/webhook-secret";

/** Whether a hexadecimal or base64 HMAC-SHA256 is of these bytes; compared in constant time. */
export async function fits(
  signature: string,
  encoding: "hex" | "base64",
  secret: string,
  parts: readonly (string | Uint8Array)[],
): Promise<boolean> {
  const given =
    encoding === "hex"
      ? /^[0-9a-f]{64}$/.test(signature)
        ? fromHex(signature)
        : undefined
      : fromBase64(signature);
  if (given === undefined) return false;
  return crypto.subtle.verify("HMAC", await hmacKey(secret, "verify"), given, joined(parts));
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.map((part) => (typeof part === "string" ? new TextEncoder().encode(part) : part));
  const all = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of bytes) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whether a time, ms UTC, is within five minutes of ours: what is older may be somebody's repetition. */
export const isNear = (timeMs: number, nowMs: number): boolean => Math.abs(nowMs - timeMs) <= 5 * 60_000;
