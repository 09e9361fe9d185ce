/** Tries by what they are counted by. */
export interface RateLimitsTable {
  id: string;
  key: string;
  count: number;
  /** When the window that is counted in began; of turns, when all are free again. Milliseconds UTC. */
  last_request: number;
}
