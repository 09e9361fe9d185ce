import { env } from "cloudflare:test";
import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { sealedSourceAt, type SourceSnapshot } from "@leadrelay/contracts/source-snapshot";
import { hashOfSecret } from "@leadrelay/signing/callbacks/callback-secret";
import { createSealer } from "@leadrelay/signing/seal";

interface Given {
  kind: string;
  formKey: string;
  key?: string;
  source_id?: string;
  settings?: Record<string, unknown>;
  previous?: { settings: Record<string, unknown>; until: number } | null;
  change?: Partial<SourceSnapshot>;
}

/** A source as the consumer tells the edge of it; what it is found by. */
export async function publishSource({
  kind,
  formKey,
  settings = {},
  previous = null,
  change,
  ...given
}: Given) {
  const key = given.key ?? crypto.randomUUID();
  const source_id = given.source_id ?? `src_${crypto.randomUUID()}`;
  const sealer = await createSealer("test:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=");
  const snapshot: SourceSnapshot = {
    v: 1,
    source_id,
    kind,
    name: "A source",
    form_key: formKey,
    enabled: true,
    until: null,
    sealed_settings: await sealer.seal(JSON.stringify({ settings, previous }), sealedSourceAt(source_id)),
    ...change,
  };
  await env.KV.put(kvKeys.source(await hashOfSecret(key)), JSON.stringify(snapshot));
  return { key, source_id };
}
