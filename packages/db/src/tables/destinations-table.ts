import type { Generated } from "kysely";
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
  /** null while it is enabled, and of those that were off before this was kept. */
  disabled_at: number | null;
  takes_test: Flag;
  environments_json: string;
  event_types_json: string;
  retry_schedule: string | null;
  timeout_ms: number | null;
  hold_after_refusals: number | null;
  /** What is decided by of one that writes to the person themselves; null: it is no such one. */
  reply_json: string | null;
  limits_json: string | null;
  /** An `AfterDelivery`; null: none is asked. */
  confirm_json: string | null;
  /** A `Shape`. */
  shape_json: string | null;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
  /** Of one that is deleted: when what was kept of it besides was forgotten, ms UTC. */
  forgotten_at: Generated<number | null>;
}
