import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";

/** Where a lead can be. A delivery's states are a lead's, too. */
export type StandState =
  | DeliveryStatus
  | "nothing_to_send"
  | "blocked"
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
  /** What can be done about it: these name it. */
  delivery_id?: string;
  destination_id?: string;
  dead_letter_id?: string;
  letter_state?: DeadLetterState;
  letter_kind?: DeadLetterKind;
  cidr?: string;
}
