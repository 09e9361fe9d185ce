import { toHex } from "../request-signature/hex.ts";
import { hmacKey } from "../request-signature/hmac.ts";

/** Hexadecimal HMAC-SHA256 of a body as it is sent; the key is the secret's text itself. */
export async function signBody(body: string, secret: string): Promise<string> {
  const key = await hmacKey(secret, "sign");
  return toHex(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body)));
}
