/** A plan that is being made; of each who asks one at a time. Times in ms. */
export interface ReplayPlanningTable {
  created_by: string;
  plan_id: string;
  planning_json: string;
  begun_at: number;
  busy_until: number;
  lapses_at: number;
}
