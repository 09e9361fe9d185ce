import type { Flag } from "./flag.ts";

/** Who runs LeadRelay for clients; the installation's own is marked. */
export interface AgenciesTable {
  id: string;
  name: string;
  is_installation: Flag;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
