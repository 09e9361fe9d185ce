/** What an operator is to an agency or to one of its clients. */
export type Role = "agency_owner" | "agency_operator" | "client_admin" | "client_viewer";

/** One role of one operator; `client_id` is '' for an owner, who has every client of the agency. */
export interface MembershipsTable {
  operator_id: string;
  agency_id: string;
  client_id: string;
  role: Role;
  created_at: number;
}
