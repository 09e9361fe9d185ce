import type { DeliveryRow } from "@leadrelay/core/decide/commit-plan";

/** One event for one destination. */
export interface DeliveriesTable extends Omit<DeliveryRow, "form_id" | "submitted_at"> {
  /** Attempts spent before the present round of the schedule: a replay sets it to `attempts`, and raises `max_attempts`. */
  schedule_from: number;
  /** Of the submission that caused it; null in rows of before these columns. */
  form_id: string | null;
  /** Milliseconds UTC. */
  submitted_at: number | null;
  /** The replay that sent it again last. */
  replay_id: string | null;
}
