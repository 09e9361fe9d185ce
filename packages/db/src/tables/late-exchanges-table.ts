/** A try that came more than a day behind its delivery: its exchange is found by this row when it is to be removed. */
export interface LateExchangesTable {
  /** ms UTC. */
  started_at: number;
  lead_id: number;
  event_id: string;
  destination_id: string;
  number: number;
}
