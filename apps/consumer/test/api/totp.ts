const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** The six digits an authenticator shows for an `otpauth://` address now (RFC 6238). */
export async function totpOf(uri: string, now = Date.now()): Promise<string> {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", fromBase32(secret), algorithm, false, ["sign"]);
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(now / 30_000)));
  const mac = new DataView(await crypto.subtle.sign("HMAC", key, counter));
  const offset = mac.getUint8(19) & 15;
  return String((mac.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** What it shows next, and what is taken already: for whoever has used the one of now. */
export const nextTotpOf = (uri: string) => totpOf(uri, Date.now() + 30_000);

/** Six digits that are not the right ones. */
export async function wrongTotpOf(uri: string): Promise<string> {
  const now = Date.now();
  const near = await Promise.all([-60_000, -30_000, 0, 30_000, 60_000].map((ms) => totpOf(uri, now + ms)));
  return (
    ["000001", "000002", "000003", "000004", "000005", "000006"].find((code) => !near.includes(code)) ?? ""
  );
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = Array.from(text.replace(/=+$/, ""))
    .map((char) => alphabet.indexOf(char).toString(2).padStart(5, "0"))
    .join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
