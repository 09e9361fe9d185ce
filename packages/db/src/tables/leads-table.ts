import type { LeadRow } from "@leadrelay/core/decide/commit-plan";
import type { Flag } from "./flag.ts";

/** One person on one project of one client. */
export interface LeadsTable extends Omit<
  LeadRow,
  "is_test" | "routed_json" | "engagement_score" | "session_id"
> {
  is_test: Flag;
  /** Route → the member that has it, as JSON; null where it went through none. */
  routed_json: string | null;
  /** Where the client's own pipeline has it; `new` at first. */
  status: string;
  crm_lead_id: string | null;
  /** 0–100; null where no session is known. */
  engagement_score: number | null;
  /** The session that it was submitted in last, of those that are known. */
  session_id: string | null;
}
