import type { Role } from "@leadrelay/contracts/roles";

/** A role offered to an e-mail address by link; `client_ids_json` names the clients of every role but `agency_owner`. */
export interface InvitationsTable {
  id: string;
  token_hash: string;
  email: string;
  agency_id: string;
  role: Role;
  client_ids_json: string;
  invited_by: string;
  created_at: number;
  expires_at: number;
  accepted_at: number | null;
  revoked_at: number | null;
}
