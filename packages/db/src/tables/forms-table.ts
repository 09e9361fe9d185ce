import type { Flag } from "./flag.ts";

/** Where leads come in, and the policies of each form; null leaves a policy to the installation. */
export interface FormsTable {
  id: string;
  client_id: string;
  form_key: string;
  name: string;
  allowed_hosts_json: string;
  thank_you_url: string | null;
  redirect_status: number;
  /** A place in `storedModes` (honeypot-mode.ts). */
  bot_detection: number | null;
  field_mapping_json: string;
  default_region: string | null;
  duplicate_window_minutes: number | null;
  reengage_hours: number | null;
  reengage_basis: "last_submission" | "last_send";
  identity_guard: Flag | null;
  /** A `HostedPage`. */
  hosted_page_json: string | null;
  /** When its tag was last heard of, ms UTC, to the hour; null: never. */
  tracker_seen_at: number | null;
  snapshot_stale: Flag;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
