import { hashOfSecret } from "@leadrelay/signing/callbacks/callback-secret";
import { newAccessKeyId } from "@leadrelay/signing/access-keys/access-key";
import { toBase64Url } from "@leadrelay/signing/base64-url";
import type { SourceDoor } from "@leadrelay/sources/door";
import type { AdminDependencies } from "../dependencies.ts";

/** What a source is found by: the end of a private address, or the id of a key. */
export interface SourceKey {
  key: string;
  key_hash: string;
  key_hint: string;
}

const addressBytes = 24;

/** A new one, for a door that is found so. */
export async function newSourceKey(
  { foundBy }: Pick<SourceDoor<unknown>, "foundBy">,
  { randomBytes }: Pick<AdminDependencies, "randomBytes">,
): Promise<SourceKey> {
  const key = foundBy === "key" ? newAccessKeyId(randomBytes(15)) : toBase64Url(randomBytes(addressBytes));
  const key_hint = foundBy === "key" ? key : `…${key.slice(-4)}`;
  return { key, key_hash: await hashOfSecret(key), key_hint };
}
