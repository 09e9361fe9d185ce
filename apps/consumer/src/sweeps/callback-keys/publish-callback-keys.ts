import type { CallbackKeys } from "@leadrelay/contracts/callback-snapshots";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { markCallbacksStale } from "@leadrelay/db/publishing/mark-callbacks-stale";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";

/**
 * Keeps in KV by which keys the edge knows tokens of callbacks: none of them is a secret. Behind a new master key the clients' next secrets are others,
 * too, and are published before anybody is told one. Returns 1 where the keys were others.
 */
export async function publishCallbackKeys(
  { kv, callbackSigner, control }: Pick<Dependencies, "kv" | "callbackSigner" | "control">,
  budget = openBudget(),
): Promise<number> {
  if (!budget.take(2)) return 0;
  const { publicKeys } = await callbackSigner();
  const keys: CallbackKeys = { v: 1, public_keys: [...publicKeys] };
  const text = JSON.stringify(keys);
  if ((await kv.get(kvKeys.callbackKeys)) === text || !budget.take(1)) return 0;
  await runBatch(control, [markCallbacksStale(pipelineScope)]);
  await kv.put(kvKeys.callbackKeys, text);
  return 1;
}
