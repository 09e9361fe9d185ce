/** An address an operator signed in from. */
export interface OperatorAddressesTable {
  operator_id: string;
  /** Keyed; the address itself is not kept. */
  address_hash: string;
  /** Milliseconds UTC. */
  last_seen_at: number;
}
