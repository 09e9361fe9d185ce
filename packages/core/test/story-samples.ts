import type { AttemptOutcome } from "@leadrelay/contracts/delivery-status";
import type { Chapter, StoryAttempt, StoryDelivery, StoryLetter } from "../src/story/story.ts";
import type { SubmissionFacts } from "../src/story/submission-facts.ts";
import { tellSubmission } from "../src/story/tell-submission.ts";

/** A destination as stories look it up. */
const make = { name: "Demo Make", enabled: true, deleted: false, disabled_reason: null, health: null };
/** What every story is told with: only `make` is known. */
export const given = { lookup: (id: string) => (id === "make" ? make : undefined), nowMs: 10_000 };
/** The decision of a lead that one destination hears of. */
export const trace = {
  rule: "new_lead",
  elapsed_minutes: null,
  setting: null,
  lead: { id: 7, public_id: "lead", matched_by: null },
  identities: [],
  passed_over: [],
  ip_rejected: null,
  test: null,
  event: "lead.created",
  new_contact: [],
  destinations: [
    {
      id: "make",
      event: "lead.created",
      status: "pending",
      reason: "subscribed",
      delivery_public_id: "delivery",
    },
    { id: "gone", event: "lead.created", status: "skipped", reason: "takes_no_tests" },
  ],
  suspicion: { score: 0, reasons: [] },
  notes: [],
};
/** Its delivery, not tried yet. */
export const delivery: StoryDelivery = {
  public_id: "delivery",
  event_id: "event",
  destination_id: "make",
  status: "pending",
  attempts: 0,
  max_attempts: 3,
  next_attempt_at: 9_000,
  lease_until: null,
  settled_at: null,
  last_status_code: null,
  last_error: null,
  dead_letter_id: "letter",
};
/** A try of it. */
export const attempt = (number: number, outcome: AttemptOutcome): StoryAttempt => ({
  event_id: "event",
  destination_id: "make",
  number,
  outcome,
  status_code: outcome === "lost" ? null : 200 + number,
  error: `error ${number}`,
  started_at: 2_000 + number,
  duration_ms: 80,
});
/** The letter of its last try. */
export const letter: StoryLetter = {
  id: "letter",
  kind: "delivery",
  cause: "exhausted",
  state: "open",
  submission_id: "submission",
  event_id: "event",
  destination_id: "make",
  last_status_code: 500,
  last_error: "HTTP 500",
  first_failed_at: 2_001,
  last_failed_at: 3_000,
  settled_by: null,
  settled_at: null,
  settle_reason: null,
};
/** The submission with its event and its delivery. */
export const chapter = (more: Partial<Chapter> = {}): Chapter => ({
  submission: {
    public_id: "submission",
    submission_number: 2,
    submitted_at: 1_000,
    decision_json: JSON.stringify(trace),
    unsent: null,
    released_at: null,
    released_by: null,
  },
  events: [{ id: "event", type: "lead.created", created_at: 1_500 }],
  deliveries: [delivery],
  attempts: [],
  isPart: false,
  ...more,
});
/** One that came from a blocked address, and stays apart. */
export const blocked = {
  submitted_at: 1_000,
  matched_cidr: "203.0.113.0/24",
  released_at: null,
  released_by: null,
};
/** One whose honeypot is filled, and that is kept. */
export const quarantined = {
  submitted_at: 1_000,
  expires_at: 86_400_000,
  released_at: null,
  released_by: null,
};
const unknown: SubmissionFacts = {
  submission_id: "submission",
  stored: null,
  blocked: null,
  quarantined: null,
  letters: [],
  parked: [],
  spilled: null,
  waiting: null,
  payloadKept: null,
};
/** The story of a submission of which nothing but this is known. */
export const tell = (facts: Partial<SubmissionFacts>) => tellSubmission({ ...unknown, ...facts }, given);
