import type { CallbackSnapshot } from "@leadrelay/contracts/callback-snapshots";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { hashesAfter, type CallbackSigner } from "@leadrelay/signing/callbacks/callback-signer";
import type { DirectConfigSource } from "@leadrelay/db/publishing/stale-direct-configs";

/** So many rotations in a minute are known at the edge, which keeps what it read for as long. */
const knownAhead = 2;

/** Tells the edge what lets a client's callbacks in, where there is something; a deleted client's are let in no more. */
export async function publishCallbacks(
  { kv, callbackSigner }: { kv: KVNamespace; callbackSigner: () => Promise<CallbackSigner> },
  client_id: string,
  { callbacks, deleted }: DirectConfigSource,
): Promise<void> {
  if (!callbacks) return;
  const { key, hash, previous, until } = callbacks;
  if (deleted) {
    await kv.delete(kvKeys.callbacks(key));
    return;
  }
  const ahead = await hashesAfter(key, hash, knownAhead, await callbackSigner());
  const secrets = [
    ...[hash, ...ahead].map((one) => ({ hash: one, until: null })),
    ...(previous === null || until === null ? [] : [{ hash: previous, until }]),
  ];
  const snapshot: CallbackSnapshot = { v: 1, client_id, secrets };
  await kv.put(kvKeys.callbacks(key), JSON.stringify(snapshot));
}
