/** A machine that signs requests; `client_id` null gives it every client of its agency. */
export interface AccessKeysTable {
  id: string;
  agency_id: string;
  client_id: string | null;
  name: string;
  permissions_json: string;
  sealed_secret: string;
  sealed_previous_secret: string | null;
  previous_expires_at: number | null;
  created_by: string;
  created_at: number;
  updated_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}
