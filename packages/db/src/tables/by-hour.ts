/** Columns of what died of a day, beside its count. */
export interface ByHour {
  /** How many in each hour of the UTC day, as JSON: `{"h13": 5}`. What died before there were hours, or while D1 was away, is in none. */
  by_hour: string;
  /** When the last did, ms UTC. */
  last_at: number | null;
}
