/** The first and the last reading of a database's size on one day; times in ms. */
export interface DatabaseSizesTable {
  /** Binding name. */
  database: string;
  /** Whole days since 1970-01-01, UTC. */
  day: number;
  first_bytes: number;
  first_at: number;
  bytes: number;
  measured_at: number;
}
