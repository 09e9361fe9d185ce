/** How an operator proves who it is; with provider `credential`, by a password. Times are ISO 8601 text in UTC. */
export interface OperatorAccountsTable {
  id: string;
  /** The operator's own id where the provider is `credential`. */
  account_id: string;
  provider_id: string;
  operator_id: string;
  /** scrypt, as better-auth writes it: `salt:key` in hex. */
  password: string | null;
  created_at: string;
  updated_at: string;
}
