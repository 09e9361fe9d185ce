import type { Generated } from "kysely";
import type { Flag } from "./flag.ts";

/** Who runs LeadRelay for clients; the installation's own is marked. */
export interface AgenciesTable {
  id: string;
  name: string;
  is_installation: Flag;
  /** 0 to 359; NULL is LeadRelay's own. */
  hue: Generated<number | null>;
  logo_id: Generated<string | null>;
  created_at: number;
  updated_at: number;
  deleted_at: number | null;
}
