/** What a client's callbacks are let in by. Hashes are hexadecimal SHA-256, times ms UTC. */
export interface ClientCallbacksTable {
  client_id: string;
  callback_key: string;
  secret_hash: string;
  previous_hash: string | null;
  previous_until: number | null;
  created_at: number;
  updated_at: number;
}
