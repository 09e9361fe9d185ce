/** Who is signed in where. Times are ISO 8601 text in UTC. */
export interface OperatorSessionsTable {
  id: string;
  operator_id: string;
  token: string;
  expires_at: string;
}
