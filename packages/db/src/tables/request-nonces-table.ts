/** A nonce that was used, until its timestamp could no longer be taken. */
export interface RequestNoncesTable {
  key_id: string;
  nonce: string;
  expires_at: number;
}
