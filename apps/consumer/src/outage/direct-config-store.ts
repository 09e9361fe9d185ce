import { directConfigSchema, type DirectConfig } from "@leadrelay/contracts/direct-config";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { Sealer } from "@leadrelay/signing/seal";

/** A whole configuration is sealed at once, for its client and nowhere else. */
const sealedAt = (clientId: string) => ({ table: "config", row: clientId, column: "direct" });

/** Puts a client's configuration where it can be read while D1 is away. */
export async function writeDirectConfig(
  kv: KVNamespace,
  sealer: Sealer,
  config: DirectConfig,
): Promise<void> {
  const sealed = await sealer.seal(JSON.stringify(config), sealedAt(config.client_id));
  await kv.put(kvKeys.direct(config.client_id), sealed);
}

const readTimeLimitMs = 3_000;

/** undefined when none was published yet, or the client is gone. Throws when KV fails or hangs, or the seal does not open. */
export async function readDirectConfig(
  kv: KVNamespace,
  sealer: Sealer,
  clientId: string,
): Promise<DirectConfig | undefined> {
  const sealed = await withTimeLimit(readTimeLimitMs, kv.get(kvKeys.direct(clientId)));
  if (sealed === null) return undefined;
  return directConfigSchema.parse(JSON.parse(await sealer.open(sealed, sealedAt(clientId))));
}

/** Takes a deleted client's secrets out of KV. */
export async function withdrawDirectConfig(kv: KVNamespace, clientId: string): Promise<void> {
  await kv.delete(kvKeys.direct(clientId));
}
