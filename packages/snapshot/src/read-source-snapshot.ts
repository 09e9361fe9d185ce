import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { reasonOf } from "@leadrelay/contracts/reason-of";
import { sourceSnapshotSchema, type SourceSnapshot } from "@leadrelay/contracts/source-snapshot";
import { withTimeLimit } from "@leadrelay/contracts/time-limit";
import type { SnapshotLookup } from "./snapshot-cache.ts";

const snapshotTimeLimitMs = 1_000;

/** One read of KV, never throwing. What is none of ours, of a later version say, counts as KV failing: it is to be asked again. */
export async function readSourceSnapshot(
  kv: KVNamespace,
  keyHash: string,
): Promise<SnapshotLookup<SourceSnapshot>> {
  try {
    const stored = await withTimeLimit(snapshotTimeLimitMs, kv.get(kvKeys.source(keyHash), "json"));
    if (stored === null) return { kind: "absent" };
    const parsed = sourceSnapshotSchema.safeParse(stored);
    if (parsed.success) return { kind: "found", kept: parsed.data };
    return { kind: "unavailable", reason: "the snapshot is not one of ours" };
  } catch (error) {
    return { kind: "unavailable", reason: reasonOf(error) };
  }
}
