/** The last sweep; times in ms. */
export interface SweepRunsTable {
  name: "minute";
  started_at: number;
  finished_at: number;
  failed_json: string;
  stale_forms: number;
  stale_clients: number;
}
