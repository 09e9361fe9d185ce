import type { SourcesTable } from "../tables/sources-table.ts";

/** A key that was rotated. */
export interface PreviousKey {
  hash: string;
  /** ms UTC. */
  until: number;
}

/** A source as people see it; times in ms. */
export interface SourceDetails {
  id: string;
  client_id: string;
  form_id: string;
  kind: string;
  name: string;
  key_hash: string;
  key_hint: string;
  /** Newest first. */
  previous_keys: PreviousKey[];
  sealed_settings: string;
  /** Paused otherwise. */
  enabled: boolean;
  /** The edge has an older version. */
  snapshot_stale: boolean;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}

export const toSource = ({
  previous_keys_json,
  enabled,
  snapshot_stale,
  ...row
}: SourcesTable): SourceDetails => ({
  ...row,
  previous_keys: JSON.parse(previous_keys_json) as PreviousKey[],
  enabled: enabled === 1,
  snapshot_stale: snapshot_stale === 1,
});

/** What may change of a source, as its row holds it. */
export const changeableOf = (source: SourceDetails) => ({
  name: source.name,
  form_id: source.form_id,
  key_hash: source.key_hash,
  key_hint: source.key_hint,
  previous_keys_json: JSON.stringify(source.previous_keys),
  sealed_settings: source.sealed_settings,
  enabled: source.enabled ? (1 as const) : (0 as const),
  updated_at: source.updated_at,
  deleted_at: source.deleted_at,
});
