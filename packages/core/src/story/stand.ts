import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";

/** Where a lead can be. A delivery's states are a lead's, too. */
export type StandState =
  | DeliveryStatus
  | "unconfirmed"
  | "nothing_to_send"
  | "blocked"
  | "quarantined"
  | "released"
  | "spilled"
  | "waiting_for_storage"
  | "payload_kept"
  | "parked"
  | "dead_letter"
  | "replayed"
  | "discarded";

/** Where something stands now, and what would move it on. */
export interface Stand {
  state: StandState;
  sentence: string;
  /** What moves it on. */
  next: string;
  /** When a delivery is tried next, ms; null: no time is set for that. */
  due_at?: number | null;
  is_due?: boolean;
  /** It waits after a try that failed, or for a receiver that is down. */
  is_failing?: boolean;
  /** What can be done about it: these name it. */
  delivery_id?: string;
  destination_id?: string;
  destination_state?: "enabled" | "disabled" | "deleted";
  /** What of the destination's settings is wrong, by what its receiver answered. */
  mend?: "key" | "address";
  dead_letter_id?: string;
  letter_state?: DeadLetterState;
  letter_kind?: DeadLetterKind;
  cidr?: string;
  /** Each destination that has not got it, the worst first; this stands at the first. */
  missing?: readonly DeliveryStand[];
}

/** Where one delivery stands. */
export interface DeliveryStand extends Omit<Stand, "missing"> {
  /** `unconfirmed`: delivered, and its receiver did not confirm it as it must. */
  state: DeliveryStatus | "unconfirmed";
  due_at: number | null;
  delivery_id: string;
  destination_id: string;
  destination_name: string;
}
