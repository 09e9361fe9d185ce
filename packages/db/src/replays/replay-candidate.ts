import type { DeadLetterKind, DeadLetterState } from "@leadrelay/contracts/dead-letter";
import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { AgainFilter } from "@leadrelay/contracts/replay";
import type { ReplayFacts } from "@leadrelay/core/replay/judge-candidate";
import type { Flag } from "../tables/flag.ts";

/** A place in the order in which a replay goes through a client's letters or deliveries: a time, and the rest of the key. */
export type ReplayCursor = readonly (string | number)[];

/** Something a replay came across. */
export interface ReplayCandidate extends ReplayFacts {
  /** The filter wants it; what it does not want moves the cursor on. */
  matches: boolean;
  cursor: ReplayCursor;
  /** When it failed last, or was created (ms). */
  at: number;
  letter_id: string | null;
  lead_id: number | null;
  event_id: string | null;
  destination_id: string | null;
  /** The delivery's, so far. */
  attempts: number | null;
  /** The replay that sent the delivery again last. */
  replay_id: string | null;
}

/** Where to look, in which order always the same. Times in ms. */
export interface CandidatePage {
  filter: AgainFilter;
  /** The end of the filter's time, at most when the plan was made. */
  until: number;
  /** When the plan was made: what died or was cancelled since is not its. */
  plannedAt: number;
  /** null: from the start. */
  after: ReplayCursor | null;
  /** How many are looked at; so many at most match. */
  limit: number;
}

export interface CandidateRow {
  matches: Flag;
  at: number;
  kind: DeadLetterKind;
  letter_id: string | null;
  letter_state: DeadLetterState | null;
  lead_id: number | null;
  event_id: string | null;
  destination_id: string | null;
  status: DeliveryStatus | null;
  attempts: number | null;
  next_attempt_at: number | null;
  replay_id: string | null;
  has_payload: Flag;
}

export const toCandidate =
  (cursorOf: (row: CandidateRow) => ReplayCursor) =>
  (row: CandidateRow): ReplayCandidate => ({
    ...row,
    matches: row.matches === 1,
    has_payload: row.has_payload === 1,
    cursor: cursorOf(row),
  });
