import { isMasterKeys } from "@leadrelay/signing/seal";

/** Signs cookies and encrypts TOTP secrets; the version names it in what it encrypted. */
export interface AuthSecret {
  version: number;
  value: string;
}

/** Newest first. */
export type AuthSecrets = [AuthSecret, ...AuthSecret[]];

const encoder = new TextEncoder();

/**
 * One secret for each master key, newest first: the first signs and encrypts, every one decrypts. So rotating a master key signs everybody out
 * once and leaves second factors working, for as long as the old key stays in the list.
 * @param masterKeys `id:base64` of 32 random bytes, several separated by commas, newest first.
 */
export async function deriveAuthSecrets(masterKeys: string): Promise<AuthSecrets> {
  if (!isMasterKeys(masterKeys)) throw new Error("A master key is `id:` and 32 bytes in base64");
  const [newest = "", ...older] = masterKeys.split(",");
  return Promise.all([
    deriveAuthSecret(newest.trim()),
    ...older.map((entry) => deriveAuthSecret(entry.trim())),
  ]);
}

async function deriveAuthSecret(entry: string): Promise<AuthSecret> {
  const raw = Uint8Array.from(atob(entry.slice(entry.indexOf(":") + 1)), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveBits"]);
  const derive = async (info: string, bits: number) => {
    const algorithm = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode(info) };
    return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, bits));
  };
  const version = await derive("leadrelay sign-in version", 32);
  const value = await derive("leadrelay sign-in secret", 256);
  return { version: new DataView(version.buffer).getUint32(0), value: btoa(String.fromCharCode(...value)) };
}
