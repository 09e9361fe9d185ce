/** A shape of a destination's 2xx answers. */
export interface AnswerShapesTable {
  destination_id: string;
  fingerprint: string;
  client_id: string;
  /** About. */
  count: number;
  first_seen_at: number;
  /** Days since 1970, UTC. */
  last_day: number;
  sample: string;
  is_judged: 0 | 1;
}
