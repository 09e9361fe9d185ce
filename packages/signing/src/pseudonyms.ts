import { toBase64Url } from "./base64-url.ts";
import { isMasterKeys } from "./seal.ts";

const encoder = new TextEncoder();

/**
 * Names for texts that must not be read, such as an e-mail address in a key of KV: the same text has the same name, and whoever has not the
 * master key cannot tell which. HMAC-SHA-256 with a key that HKDF derives from the newest master key; 22 letters of base64url.
 * @param masterKeys `id:base64` of 32 random bytes, several separated by commas, newest first.
 */
export async function createPseudonyms(masterKeys: string): Promise<(text: string) => Promise<string>> {
  if (!isMasterKeys(masterKeys)) throw new Error("A master key is `id:` and 32 bytes in base64");
  const entry = masterKeys.split(",")[0]?.trim() ?? "";
  const raw = Uint8Array.from(atob(entry.slice(entry.indexOf(":") + 1)), (char) => char.charCodeAt(0));
  const master = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  const info = encoder.encode("leadrelay pseudonyms");
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  const hmac = { name: "HMAC", hash: "SHA-256", length: 256 };
  const key = await crypto.subtle.deriveKey(derivation, master, hmac, false, ["sign"]);
  return async (text) => {
    const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(text));
    return toBase64Url(new Uint8Array(signature).slice(0, 16));
  };
}
