import type { Lately } from "./lately.ts";

/** Submissions of days before `day_counters`; written no more. */
export interface SubmissionCountersTable extends Lately {
  client_id: string;
  day: number;
  form_id: string;
  outcome: string;
  value: number;
}
