import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { SubmissionOutcome } from "@leadrelay/contracts/submission-outcome";

/** One request that the receiver got. */
export interface Send {
  /** Milliseconds UTC. */
  at: number;
  path: string;
  submissionId: string;
  deliveryId: string;
  email: string;
  /** What it was answered; null when it was not. */
  status: number | null;
}

export interface StoredSubmission {
  id: string;
  leadId: number;
  outcome: SubmissionOutcome;
  email: string | null;
}

export interface StoredDelivery {
  id: string;
  submissionId: string;
  leadId: number;
  destinationId: string;
  status: DeliveryStatus;
  /** Whether the letter of a dead one waits for a person. */
  hasOpenLetter: boolean;
}

/** All that both ends and the poster know, id by id, after a fault. */
export interface Evidence {
  /** The ids that posts were answered with. */
  acknowledged: readonly string[];
  /** E-mail addresses of those whose post was refused, and no other of theirs acknowledged. */
  refused: readonly string[];
  /** D1's rows, each as often as it is there. */
  submissions: readonly StoredSubmission[];
  deliveries: readonly StoredDelivery[];
  /** Where leads could go: destinations that nobody has deleted. */
  destinations: number;
  /** Submissions that an open letter keeps, because they could not be stored. */
  letters: readonly string[];
  /** The receiver's own list. */
  sends: readonly Send[];
}
