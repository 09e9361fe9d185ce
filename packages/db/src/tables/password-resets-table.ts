/** A link by which an operator chooses a new password; only the token's hash is kept. Times in ms. */
export interface PasswordResetsTable {
  token_hash: string;
  operator_id: string;
  created_by: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}
