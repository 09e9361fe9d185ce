import type { Chapter, StoryLetter } from "./story.ts";

/** What KV keeps of a lead that waits for D1. */
export interface Waiting {
  tries: number;
  error: string;
  /** Destination → how the last send made without D1 ended. */
  sent: readonly { destination_id: string; outcome: string }[];
  received_at: number;
  failed_at: number;
}

/** All that is known of one submission, stored or not. Times in ms. */
export interface SubmissionFacts {
  submission_id: string;
  stored: Chapter | null;
  /** `released_at`, `released_by`: when somebody let it through, and who. */
  blocked: {
    submitted_at: number;
    matched_cidr: string;
    released_at: number | null;
    released_by: string | null;
  } | null;
  /** Its honeypot is filled, and its form keeps such ones apart; until when, and who let it out since. */
  quarantined: {
    submitted_at: number;
    expires_at: number;
    released_at: number | null;
    released_by: string | null;
  } | null;
  letters: readonly StoryLetter[];
  /** Letters that wait in KV for D1. */
  parked: readonly { parked_at: number; letter: StoryLetter }[];
  /** It waits in KV for the queue, which refused it so often. */
  spilled: { received_at: number; refusals: number } | null;
  waiting: Waiting | null;
  /** Its payload, too big for a message, is still in KV; when its id says it was received. */
  payloadKept: { received_at: number } | null;
}
