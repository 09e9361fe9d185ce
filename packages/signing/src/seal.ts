import { fromBase64Url, toBase64Url } from "./base64-url.ts";

/** Where a sealed value lives; the seal opens nowhere else. */
interface SealedAt {
  table: string;
  row: string;
  column: string;
}

interface MasterKey {
  id: string;
  key: CryptoKey;
}

/** Seals with the first master key, opens with any of them, so that keys can be rotated. */
export interface Sealer {
  seal(plaintext: string, at: SealedAt): Promise<string>;
  /** Throws when the key is unknown, the text was altered, or it was sealed for another place. */
  open(sealed: string, at: SealedAt): Promise<string>;
}

const version = "v1";
const nonceBytes = 12;

/**
 * AES-256-GCM with a key id and associated data table/row/column. Sealed form: `v1.{key id}.{nonce}.{ciphertext}`, base64url parts.
 * @param masterKeys `id:base64` of 32 random bytes, several separated by commas, newest first.
 */
export async function createSealer(masterKeys: string): Promise<Sealer> {
  const keys = await Promise.all(masterKeys.split(",").map((entry) => importMasterKey(entry.trim())));
  return {
    async seal(plaintext, at) {
      const { id, key } = keys[0] as MasterKey;
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const data = new TextEncoder().encode(plaintext);
      const sealed = await crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData: place(at) },
        key,
        data,
      );
      return [version, id, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join(".");
    },
    async open(sealed, at) {
      const [seen, id, iv, data] = sealed.split(".");
      const found = keys.find((entry) => entry.id === id);
      if (seen !== version || !found || iv === undefined || data === undefined)
        throw new Error(
          `Cannot open the sealed ${at.table}.${at.column}: no master key with id "${id ?? ""}"`,
        );
      const algorithm = { name: "AES-GCM", iv: fromBase64Url(iv), additionalData: place(at) };
      const opened = await crypto.subtle.decrypt(algorithm, found.key, fromBase64Url(data));
      return new TextDecoder().decode(opened);
    },
  };
}

/** True for a master-key setting `createSealer` accepts. */
export function isMasterKeys(value: string): boolean {
  return value.split(",").every((entry) => {
    const match = /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(entry.trim());
    return match !== null;
  });
}

async function importMasterKey(entry: string): Promise<MasterKey> {
  if (!isMasterKeys(entry)) throw new Error("A master key is `id:` and 32 bytes in base64");
  const split = entry.indexOf(":");
  const raw = Uint8Array.from(atob(entry.slice(split + 1)), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  return { id: entry.slice(0, split), key };
}

const place = (at: SealedAt) => new TextEncoder().encode(`${at.table}\n${at.row}\n${at.column}`);
