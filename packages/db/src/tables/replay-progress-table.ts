/** How far a plan is with one client; '' stands for letters without one. */
export interface ReplayProgressTable {
  plan_id: string;
  client_id: string;
  steps: number;
  cursor_json: string;
  chosen: number;
  scheduled: number;
  queued: number;
  skipped_json: string;
  taken_over: number;
  next_step_at: number;
  finished_at: number | null;
}
