import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import type { Signal } from "@leadrelay/contracts/signal";

/** Names a signal's row. */
export interface SignalKey {
  destination_id: string;
  type: string;
  subject: string;
}

/** A signal that may be told now, or one that was told and whose quiet time is over. Times in ms. */
export interface DueSignal extends SignalKey {
  /** How many leads since it was told; 0: none, and it may be forgotten. */
  count: number;
  raised_at: number;
  told_at: number | null;
  /** null where this version does not read it, or `count` is 0. */
  signal: Signal | null;
  /** Of a `delivery.recovered` what its destination's `delivery.failing` says; null: there is none. */
  failing: Pick<DueSignal, "count" | "raised_at" | "told_at"> | null;
  /** The lead it is shown by. */
  lead: LeadPayload | null;
}

/** What becomes of a signal's row: it goes (`due_at` null), or is kept with `count` less than before, to be looked at again then. */
export interface SettledSignal extends SignalKey {
  count: number;
  due_at: number | null;
  told_at: number | null;
}
