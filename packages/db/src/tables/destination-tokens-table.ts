/** A token by which a destination's requests are let in, while it is good; `sealed_token` opens with `sealedTokenAt(destination_id)`. */
export interface DestinationTokensTable {
  destination_id: string;
  client_id: string;
  sealed_token: string;
  /** Which settings it was got with. */
  settings_mark: string;
  /** Milliseconds UTC. */
  expires_at: number;
}
