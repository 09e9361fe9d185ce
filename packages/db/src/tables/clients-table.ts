import type { Generated } from "kysely";
import type { Flag } from "./flag.ts";

/** Whose leads they are, and which database holds them. */
export interface ClientsTable {
  id: string;
  agency_id: string;
  name: string;
  database_binding: string;
  test_strings_json: string;
  suspicion_weights_json: string;
  direct_config_stale: Flag;
  /** `directConfigFormat` of what is in KV of it. */
  direct_config_format: Generated<number>;
  /** The client's own pipeline, in order. */
  stages_json: string;
  /** An IANA name. */
  time_zone: Generated<string | null>;
  /** ISO 3166, of phone numbers without a country code where the form names no region. */
  phone_country: Generated<string | null>;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
