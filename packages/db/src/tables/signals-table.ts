/** A signal until it is told, and for a while after; see `Signal`. Times in ms UTC. */
export interface SignalsTable {
  destination_id: string;
  type: string;
  subject: string;
  client_id: string;
  /** How many leads since it was told. */
  count: number;
  /** Its `part` and `sample`. */
  detail_json: string;
  raised_at: number;
  due_at: number;
  told_at: number | null;
}
