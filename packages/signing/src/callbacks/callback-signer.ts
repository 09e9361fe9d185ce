import { toBase64Url } from "../base64-url.ts";
import { fromHex } from "../request-signature/hex.ts";
import { isMasterKeys } from "../seal.ts";
import { callbackText } from "./callback-text.ts";

const encoder = new TextEncoder();

/** Makes the tokens of `callback_url`s, and says by which public keys the edge knows them. */
export interface CallbackSigner {
  /** The same for the same delivery, whenever it is asked for. */
  tokenOf: (clientId: string, deliveryId: string) => Promise<string>;
  /** Ed25519, base64url; of every master key, so that what was sent before a rotation is still let in. */
  publicKeys: readonly string[];
}

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410, section 7). */
const beforeSeed = fromHex("302e020100300506032b657004220420");

/**
 * Ed25519 by keys that HKDF derives from the master keys: nothing is stored for a token, and what the edge checks it with is no secret.
 * @param masterKeys `id:base64` of 32 random bytes, several separated by commas, newest first.
 */
export async function createCallbackSigner(masterKeys: string): Promise<CallbackSigner> {
  if (!isMasterKeys(masterKeys)) throw new Error("A master key is `id:` and 32 bytes in base64");
  const pairs = await Promise.all(masterKeys.split(",").map((entry) => derivePair(entry.trim())));
  return {
    publicKeys: pairs.map(({ publicKey }) => publicKey),
    async tokenOf(clientId, deliveryId) {
      const [newest] = pairs;
      if (newest === undefined) throw new Error("There is no master key");
      const text = encoder.encode(callbackText(clientId, deliveryId));
      const signature = await crypto.subtle.sign("Ed25519", newest.privateKey, text);
      return `${clientId}.${toBase64Url(new Uint8Array(signature))}`;
    },
  };
}

async function derivePair(entry: string) {
  const raw = Uint8Array.from(atob(entry.slice(entry.indexOf(":") + 1)), (char) => char.charCodeAt(0));
  const master = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveBits"]);
  const info = encoder.encode("callbacks of leadrelay");
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(derivation, master, 256));
  const pkcs8 = new Uint8Array([...beforeSeed, ...seed]);
  const privateKey = await crypto.subtle.importKey("pkcs8", pkcs8, "Ed25519", true, ["sign"]);
  const exported = await crypto.subtle.exportKey("jwk", privateKey);
  const x = "x" in exported ? exported.x : undefined;
  if (x === undefined) throw new Error("This runtime does not tell an Ed25519 key's public half");
  return { privateKey, publicKey: x };
}
