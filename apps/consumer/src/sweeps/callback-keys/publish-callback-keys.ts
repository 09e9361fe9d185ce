import type { CallbackKeys } from "@leadrelay/contracts/callback-snapshots";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import type { Dependencies } from "../../dependencies.ts";
import { openBudget } from "../budget.ts";

/** Keeps in KV by which keys the edge knows tokens of callbacks: none of them is a secret. Returns 1 where they were others. */
export async function publishCallbackKeys(
  { kv, callbackSigner }: Pick<Dependencies, "kv" | "callbackSigner">,
  budget = openBudget(),
): Promise<number> {
  if (!budget.take(2)) return 0;
  const { publicKeys } = await callbackSigner();
  const keys: CallbackKeys = { v: 1, public_keys: [...publicKeys] };
  const text = JSON.stringify(keys);
  if ((await kv.get(kvKeys.callbackKeys)) === text) return 0;
  await kv.put(kvKeys.callbackKeys, text);
  return 1;
}
