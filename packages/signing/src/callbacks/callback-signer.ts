import { toBase64Url } from "../base64-url.ts";
import { fromHex } from "../request-signature/hex.ts";
import { isMasterKeys } from "../seal.ts";
import { hashOfSecret, newCallbackSecret } from "./callback-secret.ts";
import { callbackText, nextSecretText } from "./callback-text.ts";

const encoder = new TextEncoder();

/** Makes the tokens of `callback_url`s, and says by which public keys the edge knows them. */
export interface CallbackSigner {
  /** The same for the same delivery, whenever it is asked for. */
  tokenOf: (clientId: string, deliveryId: string) => Promise<string>;
  /**
   * The secret that a client's callbacks have next, by the hash of the one they have: always the same, so that the edge knows its hash before
   * anybody is told it. Only who has the master key can make it.
   */
  secretAfter: (callbackKey: string, hash: string) => Promise<string>;
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
  const sign = async (text: string) => {
    const [newest] = pairs;
    if (newest === undefined) throw new Error("There is no master key");
    return new Uint8Array(await crypto.subtle.sign("Ed25519", newest.privateKey, encoder.encode(text)));
  };
  return {
    publicKeys: pairs.map(({ publicKey }) => publicKey),
    tokenOf: async (clientId, deliveryId) =>
      `${clientId}.${toBase64Url(await sign(callbackText(clientId, deliveryId)))}`,
    secretAfter: async (callbackKey, hash) => {
      const signature = await sign(nextSecretText(callbackKey, hash));
      return newCallbackSecret(callbackKey, new Uint8Array(await crypto.subtle.digest("SHA-256", signature)));
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

/** What the next secrets of a client's callbacks hash to, in their order; see `secretAfter`. */
export async function hashesAfter(
  callbackKey: string,
  hash: string,
  count: number,
  { secretAfter }: Pick<CallbackSigner, "secretAfter">,
): Promise<string[]> {
  const hashes: string[] = [];
  for (let last = hash; hashes.length < count; hashes.push(last))
    last = await hashOfSecret(await secretAfter(callbackKey, last));
  return hashes;
}
