import type { IntakeReason } from "@leadrelay/contracts/intake-counts";

/** Posts of a form that ended alike on one UTC day (see `dayOf`), as the producer told of them. */
export interface IntakeCountersTable {
  client_id: string;
  day: number;
  form_id: string;
  reason: IntakeReason;
  value: number;
  /** The last hour in which any was counted (see `hourOf`), how many in it, and how many in the one before. */
  hour: number;
  in_hour: number;
  hour_before: number;
  /** What the fields of the last one were called; null where that says nothing. */
  fields_json: string | null;
}
