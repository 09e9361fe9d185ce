import type { AuthSecret } from "./auth-secrets.ts";

const encoder = new TextEncoder();

/** What stands for something personal where it is only compared: HMAC-SHA256 in hex, so that nobody finds it out by trying. */
export async function keyedHash({ value }: AuthSecret, ...parts: readonly string[]): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(value), algorithm, false, ["sign"]);
  const text = ["sign-in tries", ...parts].map((part) => `${part.length}:${part}`).join("");
  const hash = new Uint8Array(await crypto.subtle.sign(algorithm.name, key, encoder.encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
