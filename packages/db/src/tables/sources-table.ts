import type { Flag } from "./flag.ts";

/** Another system that leads come from. */
export interface SourcesTable {
  id: string;
  client_id: string;
  form_id: string;
  kind: string;
  name: string;
  key_hash: string;
  key_hint: string;
  previous_keys_json: string;
  sealed_settings: string;
  enabled: Flag;
  snapshot_stale: Flag;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
