import type { Flag } from "./flag.ts";

/** People who sign in. better-auth writes most of these rows; its times are ISO 8601 text in UTC. */
export interface OperatorsTable {
  id: string;
  name: string;
  /** In small letters. */
  email: string;
  email_verified: Flag;
  image: string | null;
  created_at: string;
  updated_at: string;
  two_factor_enabled: Flag | null;
}
