import { toBase64Url } from "@leadrelay/signing/base64-url";
import type { ServiceAccount } from "./service-account.ts";

/** Where Google gives tokens for it; the key file's own `token_uri` is not asked. */
export const tokenUrl = "https://oauth2.googleapis.com/token";

const longestSeconds = 3_600;

/**
 * A JWT (RS256) by which a service account asks for a token (developers.google.com/identity/protocols/oauth2/service-account).
 * WebCrypto alone: `jose` would add 6 KB to the bundle. Throws for a key that is none.
 */
export async function signAssertion(
  { client_email, private_key }: ServiceAccount,
  scope: string,
  nowMs: number,
): Promise<string> {
  const iat = Math.floor(nowMs / 1_000);
  const claims = { iss: client_email, scope, aud: tokenUrl, iat, exp: iat + longestSeconds };
  const signed = [{ alg: "RS256", typ: "JWT" }, claims]
    .map((part) => toBase64Url(new TextEncoder().encode(JSON.stringify(part))))
    .join(".");
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("pkcs8", derOf(private_key), algorithm, false, ["sign"]);
  const signature = await crypto.subtle.sign(algorithm.name, key, new TextEncoder().encode(signed));
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
}

const derOf = (pem: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(pem.replaceAll(/-----[A-Z ]+-----|\s/g, "")), (char) => char.charCodeAt(0));
