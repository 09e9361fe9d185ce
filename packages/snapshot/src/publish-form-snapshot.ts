import type { FormSnapshot } from "@leadrelay/contracts/form-snapshot";
import { kvKeys } from "@leadrelay/contracts/kv-keys";

/** Writes what the edge must know about a form; the edge sees it within about a minute. */
export async function publishFormSnapshot(kv: KVNamespace, formKey: string, snapshot: FormSnapshot) {
  await kv.put(kvKeys.form(formKey), JSON.stringify(snapshot));
}

/** Takes a deleted form from the edge. */
export async function withdrawFormSnapshot(kv: KVNamespace, formKey: string) {
  await kv.delete(kvKeys.form(formKey));
}
