/** Somebody works through what waits for a destination, until the lease runs out (ms UTC) at the latest. */
export interface DestinationRunsTable {
  destination_id: string;
  /** From 0 on. */
  slot: number;
  client_id: string;
  lease_until: number;
}
