import { kvPrefixes } from "@leadrelay/contracts/kv-keys";
import { outageMetadataSchema, type OutageMetadata } from "@leadrelay/contracts/outage-summary";
import type { OperatorScope } from "@leadrelay/db/scope";
import type { AdminDependencies } from "../dependencies.ts";
import { ownersOf } from "./owners-of.ts";
import { parseSummary } from "./parse-summary.ts";
import { mostKept } from "./read-kept-page.ts";

/** A lead that waits for D1, or did, and whose it is. */
export interface KeptOutage extends OutageMetadata {
  key: string;
  owner: string | null;
}

/** Those of the scope's among a thousand keys; `cursor` null: there are no more. KV tells each with its key, so that it is one read. */
export async function listOutages(
  scope: OperatorScope,
  cursor: string | null,
  dependencies: Pick<AdminDependencies, "kv" | "control">,
): Promise<{ outages: KeptOutage[]; cursor: string | null }> {
  const { kv } = dependencies;
  const prefix = kvPrefixes.persistenceFailure;
  const listed = await kv.list({ prefix, ...(cursor === null ? {} : { cursor }) });
  const told = listed.keys.map(({ name: key, metadata }) => ({
    key,
    outage: outageMetadataSchema.safeParse(metadata).data,
  }));
  const untold = await readUntold(
    told.filter(({ outage }) => outage === undefined).map(({ key }) => key),
    kv,
  );
  const known = told.flatMap(({ key, outage = untold.get(key) }) =>
    outage === undefined ? [] : [{ key, ...outage }],
  );
  const ownerOf = await ownersOf(known, scope, dependencies);
  const outages = known.flatMap((one) => {
    const owner = ownerOf(one);
    return owner === undefined ? [] : [{ ...one, owner }];
  });
  return { outages, cursor: listed.list_complete ? null : listed.cursor };
}

/** What an older version wrote has nothing beside the key. */
async function readUntold(
  keys: readonly string[],
  kv: KVNamespace,
): Promise<ReadonlyMap<string, OutageMetadata>> {
  const found = new Map<string, OutageMetadata>();
  for (let from = 0; from < keys.length; from += mostKept) {
    const texts = await kv.get(keys.slice(from, from + mostKept), "text");
    for (const [key, text] of texts) {
      const summary = parseSummary(text);
      if (summary !== undefined) found.set(key, summary);
    }
  }
  return found;
}
