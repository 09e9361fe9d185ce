import { fromBase64Url } from "../base64-url.ts";
import { callbackText } from "./callback-text.ts";

/** `{client id}.{signature of 64 bytes}`. */
const tokenPattern = /^([A-Za-z0-9_-]{1,100})\.([A-Za-z0-9_-]{86})$/;

/** The client that a token names, whoever made it; undefined for what is no token. */
export const clientOfToken = (token: string): string | undefined => tokenPattern.exec(token)?.[1];

/** Whether the installation made this token for this delivery. @param publicKeys Ed25519, base64url; what is none lets nobody in */
export async function checkCallbackToken(
  token: string,
  deliveryId: string,
  publicKeys: readonly string[],
): Promise<boolean> {
  const [, clientId, signature] = tokenPattern.exec(token) ?? [];
  if (clientId === undefined || signature === undefined) return false;
  const text = new TextEncoder().encode(callbackText(clientId, deliveryId));
  const checks = publicKeys.map(async (publicKey) => {
    try {
      const raw = fromBase64Url(publicKey);
      const key = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", key, fromBase64Url(signature), text);
    } catch {
      return false;
    }
  });
  return (await Promise.all(checks)).includes(true);
}
