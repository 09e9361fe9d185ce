import type { Flag } from "./flag.ts";

/** Where events go; the settings are sealed as a whole. */
export interface DestinationsTable {
  id: string;
  client_id: string;
  name: string;
  kind: string;
  sealed_settings: string;
  enabled: Flag;
  disabled_reason: string | null;
  takes_test: Flag;
  environments_json: string;
  event_types_json: string;
  retry_schedule: string | null;
  timeout_ms: number | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
