import { logEvent } from "@leadrelay/contracts/log-event";
import { sealedSourceAt, type SourceSnapshot } from "@leadrelay/contracts/source-snapshot";
import type { Sealer } from "@leadrelay/signing/seal";
import { readSourceSnapshot } from "@leadrelay/snapshot/read-source-snapshot";
import { createSnapshotCache, type SnapshotCache } from "@leadrelay/snapshot/snapshot-cache";
import type { SourceDoor } from "@leadrelay/sources/door";
import { findDoor } from "@leadrelay/sources/doors";
import { readOpened } from "@leadrelay/sources/read-opened";

/** A source, opened and prepared so that a request only checks. */
export interface EdgeSource {
  id: string;
  name: string;
  formKey: string;
  enabled: boolean;
  /** Until when this key finds it, ms UTC; null: for good. */
  until: number | null;
  door: SourceDoor<unknown>;
  settings: unknown;
  /** Of before a rotation. */
  previous: { settings: unknown; until: number } | null;
}

export type SourceCache = SnapshotCache<EdgeSource>;

/** The isolate's memory of sources, by the hashes of their keys. What cannot be opened counts as KV failing: whoever posts tries again. */
export const createSourceCache = ({
  kv,
  now,
  sealer,
}: {
  kv: KVNamespace;
  now: () => number;
  sealer: () => Promise<Sealer>;
}): SourceCache =>
  createSnapshotCache({
    now,
    read: async (keyHash) => {
      const reading = await readSourceSnapshot(kv, keyHash);
      if (reading.kind !== "found") return reading;
      try {
        return { kind: "found", kept: await openSource(reading.kept, await sealer()) };
      } catch {
        // What a seal says of its failure is no reason to be told in public.
        logEvent("source.unopened", { source_id: reading.kept.source_id });
        return { kind: "unavailable", reason: "its settings cannot be opened" };
      }
    },
  });

/** Throws for what this version, or this master key, cannot open. */
async function openSource(snapshot: SourceSnapshot, sealer: Sealer): Promise<EdgeSource> {
  const { source_id, kind, name, form_key, enabled, until, sealed_settings } = snapshot;
  const door = findDoor(kind);
  if (door === undefined) throw new Error(`There is no kind "${kind}" of sources`);
  const opened = readOpened(await sealer.open(sealed_settings, sealedSourceAt(source_id)));
  const { settings, previous } = opened;
  return {
    id: source_id,
    name,
    formKey: form_key,
    enabled,
    until,
    door,
    settings: door.parseSettings(settings),
    previous: previous && { settings: door.parseSettings(previous.settings), until: previous.until },
  };
}
