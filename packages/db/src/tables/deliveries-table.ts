import type { DeliveryRow } from "@leadrelay/core/decide/commit-plan";

/** One event for one destination. */
export interface DeliveriesTable extends Omit<
  DeliveryRow,
  "form_id" | "submitted_at" | "route_id" | "held_source"
> {
  /** Attempts spent before the present round of the schedule: a replay sets it to `attempts`, and raises `max_attempts`. */
  schedule_from: number;
  /** Of the submission that caused it; null in rows of before these columns. */
  form_id: string | null;
  /** Milliseconds UTC. */
  submitted_at: number | null;
  /** What steps of tries found out for later ones, as JSON; null: nothing. */
  kept_json: string | null;
  /** The receiver's own id of the lead; null where it told none. */
  receiver_id: string | null;
  /** The route that chose its destination; null where none did. */
  route_id: string | null;
  /** The source whose cap it waits for alone; null: it is not held, or waits with all others of its destination. */
  held_source: string | null;
  /** Until when its receiver should have confirmed it, ms UTC; null: nobody waits for that. */
  confirm_by: number | null;
  /** Since when it counts as never confirmed, ms UTC; stays where it was confirmed after all, and null where it always was in time. */
  unconfirmed_at: number | null;
  /** When its receiver confirmed it, ms UTC; null: it did not, or that was not kept then. */
  confirmed_at: number | null;
  /** The replay that sent it again last. */
  replay_id: string | null;
  /** 1 where its event is no submission: it says nothing of whether its lead went out. */
  is_notice: 1 | null;
}
