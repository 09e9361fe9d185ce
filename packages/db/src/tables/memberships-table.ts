import type { Role } from "@leadrelay/contracts/roles";

/** One role of one operator; `client_id` is '' for an owner, who has every client of the agency. */
export interface MembershipsTable {
  operator_id: string;
  agency_id: string;
  client_id: string;
  role: Role;
  created_at: number;
}
