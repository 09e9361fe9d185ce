import type { IntakeReason } from "@leadrelay/contracts/intake-counts";
import type { Lately } from "./lately.ts";

/** Posts of a form that ended alike on one UTC day (see `dayOf`), as the producer told of them. */
export interface IntakeCountersTable extends Lately {
  client_id: string;
  day: number;
  form_id: string;
  reason: IntakeReason;
  value: number;
  /** What the fields of the last one were called; null where that says nothing. */
  fields_json: string | null;
}
