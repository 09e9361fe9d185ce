const stepMs = 30_000;
const encoder = new TextEncoder();

/**
 * Which step of time (RFC 6238: 30 s each since 1970) a code is of: this one, or the one before or after, as the library allows. undefined where
 * it is of none of them.
 * @param secret as the library keeps it, decrypted
 */
export async function totpStep(secret: string, code: string, nowMs: number): Promise<number | undefined> {
  const now = Math.floor(nowMs / stepMs);
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  const steps = [now + 1, now, now - 1];
  const codes = await Promise.all(steps.map((step) => codeOf(key, step)));
  return steps.find((_step, index) => codes[index] === code);
}

/** Six digits, as RFC 4226 (5.3) takes them from the MAC. */
async function codeOf(key: CryptoKey, step: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(step));
  const mac = new DataView(await crypto.subtle.sign("HMAC", key, counter));
  const digits = (mac.getUint32(mac.getUint8(mac.byteLength - 1) & 15) & 0x7fffffff) % 1_000_000;
  return String(digits).padStart(6, "0");
}
