import type { ReplayState } from "@leadrelay/contracts/replay";

/** What is to be sent again, once somebody applies it. */
export interface ReplayPlansTable {
  id: string;
  created_by: string;
  filter_json: string;
  until: number;
  per_second: number | null;
  parts_json: string;
  summary_json: string;
  state: ReplayState;
  created_at: number;
  expires_at: number;
  applied_by: string | null;
  applied_at: number | null;
  finished_at: number | null;
}
