import type { AttemptOutcome, DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import { standOfDeliveries } from "./stand-of-deliveries.ts";
import type { StandState } from "./stand.ts";
import type { Chapter, StoryAttempt, StoryDelivery, StoryLetter } from "./story.ts";
import type { SubmissionFacts } from "./submission-facts.ts";
import { tellActivity } from "./tell-activity.ts";
import { tellLead } from "./tell-lead.ts";
import { tellSubmission } from "./tell-submission.ts";

const make = { name: "Demo Make", enabled: true, deleted: false, disabled_reason: null };
const given = { lookup: (id: string) => (id === "make" ? make : undefined), nowMs: 10_000 };
const trace = {
  rule: "new_lead",
  elapsed_minutes: null,
  setting: null,
  lead: { id: 7, public_id: "lead", matched_by: null },
  identities: [],
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
const delivery: StoryDelivery = {
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
const attempt = (number: number, outcome: AttemptOutcome): StoryAttempt => ({
  event_id: "event",
  destination_id: "make",
  number,
  outcome,
  status_code: outcome === "lost" ? null : 200 + number,
  error: `error ${number}`,
  started_at: 2_000 + number,
  duration_ms: 80,
});
const letter: StoryLetter = {
  id: "letter",
  kind: "delivery",
  cause: "exhausted",
  state: "open",
  submission_id: "submission",
  event_id: "event",
  destination_id: "make",
  last_error: "HTTP 500",
  first_failed_at: 2_001,
  last_failed_at: 3_000,
  settled_by: null,
  settled_at: null,
  settle_reason: null,
};
const chapter = (more: Partial<Chapter> = {}): Chapter => ({
  submission: {
    public_id: "submission",
    submission_number: 2,
    submitted_at: 1_000,
    decision_json: JSON.stringify(trace),
  },
  events: [{ id: "event", type: "lead.created", created_at: 1_500 }],
  deliveries: [delivery],
  attempts: [],
  isPart: false,
  ...more,
});
const unknown: SubmissionFacts = {
  submission_id: "submission",
  stored: null,
  blocked: null,
  letters: [],
  parked: [],
  spilled: null,
  waiting: null,
  payloadKept: null,
};
const tell = (facts: Partial<SubmissionFacts>) => tellSubmission({ ...unknown, ...facts }, given);

it("a submission of which not all was read says so, last", () => {
  const { steps } = tell({ stored: chapter({ attempts: [attempt(1, "retry")], isPart: true }) });
  expect(steps.at(-1)).toMatchObject({ at: 2_001, kind: "not_told", submission_id: "submission" });
});

it("a stored submission is told in order: received, decided, stored, each destination, each attempt, its letter", () => {
  const attempts = (["retry", "refused", "gone", "lost", "delivered"] as const).map((outcome, index) =>
    attempt(index + 1, outcome),
  );
  const { steps } = tell({ stored: chapter({ attempts }), letters: [letter] });
  expect(steps.map(({ at, kind, what }) => `${at} ${kind}: ${what}`)).toEqual([
    "1000 received: Received: submission 2 of this lead.",
    "1500 decided: Stored as a new lead: nobody known on this project matches it.",
    "1500 stored: Stored, with the event lead.created.",
    "1500 destination: Goes to Demo Make.",
    "1500 destination: Not sent to gone: it takes no tests.",
    "2001 attempt: Attempt 1 at Demo Make: not taken (HTTP 201); such a failure is tried again.",
    "2002 attempt: Attempt 2 at Demo Make: refused (HTTP 202); no retry mends that.",
    "2003 attempt: Attempt 3 at Demo Make: gone (HTTP 203); the destination was disabled.",
    "2004 attempt: Attempt 4 at Demo Make: its worker vanished before it could say how that ended.",
    "2005 attempt: Attempt 5 at Demo Make: taken (HTTP 205 after less than a second).",
    "3000 dead_letter: It became a dead letter. A lead did not reach its destination: every attempt of the retry schedule failed.",
  ]);
  const [, , stored, destination, , tried] = steps;
  expect(stored).toMatchObject({ event_id: "event" });
  expect(destination).toMatchObject({ delivery_id: "delivery", destination_id: "make" });
  expect(tried).toMatchObject({ delivery_id: "delivery", error: "error 1" });
});

it("a repeat that makes no event, and a cancelled delivery, are told as such", () => {
  const repeat = tell({ stored: chapter({ events: [], deliveries: [] }) });
  expect(repeat.steps.map(({ what }) => what)).toContain("Stored; it makes no event.");
  const cancelled = { ...delivery, status: "cancelled", settled_at: 2_500 } as const;
  expect(tell({ stored: chapter({ deliveries: [cancelled] }) }).steps.at(-1)).toMatchObject({
    kind: "cancelled",
    what: "Cancelled for Demo Make.",
  });
});

const byStatus: Record<DeliveryStatus, string> = {
  pending: "It is about to be sent to Demo Make.",
  in_flight: "It is being sent to Demo Make at this moment.",
  held: "It is held for Demo Make.",
  delivered: "Demo Make has it.",
  confirmed: "Demo Make has it, and confirmed that.",
  dead: "Demo Make does not have it, and no attempt is left: it needs a person.",
  cancelled: "It was cancelled for Demo Make.",
  skipped: "Demo Make must not hear of it.",
};

it.each(Object.entries(byStatus))("a delivery that is %s stands there", (state, sentence) => {
  const status = state as DeliveryStatus;
  const { stands } = tell({ stored: chapter({ deliveries: [{ ...delivery, status }] }), letters: [letter] });
  expect(stands).toMatchObject({ state, sentence, delivery_id: "delivery", dead_letter_id: "letter" });
  expect(stands?.next).toMatch(/\w/);
});

it("attempts that failed are counted, and a delivery that was given up is told as that", () => {
  const tried = { ...delivery, attempts: 2 };
  expect(tell({ stored: chapter({ deliveries: [tried] }) }).stands?.sentence).toBe(
    "Demo Make has not taken it yet: 2 of 3 attempts were made.",
  );
  const dead = { ...delivery, status: "dead" } as const;
  const letters = [{ ...letter, state: "discarded" as const }];
  expect(tell({ stored: chapter({ deliveries: [dead] }), letters }).stands).toMatchObject({
    sentence: "Demo Make does not have it, and somebody gave that up.",
    letter_state: "discarded",
  });
});

it("of several deliveries the one that needs most is where it stands; one given up counts last", () => {
  const statuses = ["delivered", "pending", "dead", "held"] as const;
  const deliveries = statuses.map((status) => ({ ...delivery, status, public_id: status }));
  expect(standOfDeliveries(deliveries, [], given)).toMatchObject({
    state: "dead",
    sentence: expect.stringContaining("Of 4 deliveries"),
  });
  const letters = [{ ...letter, state: "discarded" as const }];
  expect(standOfDeliveries(deliveries, letters, given)).toMatchObject({ state: "held" });
});

const parked = [{ parked_at: 4_000, letter: { ...letter, kind: "poison" as const, cause: "constraint" } }];
const poison = { ...letter, kind: "poison" as const, event_id: null, destination_id: null };
const spilled = { received_at: 1_000, refusals: 2 };
const waiting = {
  tries: 3,
  error: "no such host",
  sent: [
    { destination_id: "make", outcome: "delivered" },
    { destination_id: "other", outcome: "retry" },
  ],
  received_at: 1_000,
  failed_at: 5_000,
};
const places: [StandState, Partial<SubmissionFacts>, string][] = [
  ["nothing_to_send", { stored: chapter({ deliveries: [] }) }, "Stored, with the event lead.created."],
  ["blocked", { blocked: { submitted_at: 1_000, matched_cidr: "203.0.113.0/24" } }, "blocked address"],
  ["dead_letter", { letters: [poison] }, "could not be stored because of its own content"],
  ["parked", { parked }, "waits in KV because the database was away"],
  ["spilled", { spilled }, "KV keeps it; refused 2 times since."],
  [
    "waiting_for_storage",
    { waiting },
    "at try 3. It was sent to Demo Make without the database. A send to other without the database ended as retry.",
  ],
  [
    "replayed",
    { letters: [{ ...poison, state: "replayed", settled_at: 6_000 }] },
    "The dead letter was closed",
  ],
  [
    "discarded",
    {
      letters: [
        { ...poison, state: "discarded", settled_at: 6_000, settled_by: "eva", settle_reason: "a test" },
      ],
    },
    "The dead letter was discarded by eva: a test.",
  ],
  ["payload_kept", { payloadKept: { received_at: 1_000 } }, "its payload is kept in KV"],
];

it.each(places)("a submission that is %s says so, from its receipt on", (state, facts, told) => {
  const { steps, stands } = tell(facts);
  expect(stands).toMatchObject({ state, sentence: expect.any(String), next: expect.any(String) });
  expect(steps[0]).toMatchObject({ kind: "received" });
  expect(steps.map(({ what }) => what).join("\n")).toContain(told);
  expect(steps.every(({ at }, index) => index === 0 || at >= (steps[index - 1]?.at ?? 0))).toBe(true);
});

it.each([
  ["new_lead", [], "The client had no destination: add one, and"],
  [
    "never_sent",
    ["other_environment", "takes_no_tests"],
    "No destination takes it, each for the reason told",
  ],
  ["new_lead", ["subscribed", "takes_no_tests"], "Nothing: this is where it ends."],
  ["duplicate_window", [], "Nothing: this is where it ends."],
])("%s with destinations %j and nothing to send moves on so", (rule, reasons, next) => {
  const destinations = reasons.map((reason) => ({ ...trace.destinations[1], reason }));
  const stored = chapter({ deliveries: [] });
  stored.submission.decision_json = JSON.stringify({ ...trace, rule, destinations });
  expect(tell({ stored }).stands?.next).toContain(next);
});

it("of a submission nobody knows there is no story", () => {
  expect(tell({})).toEqual({ steps: [], stands: null });
});

it("what is stored is where it stands, whatever is left over elsewhere; and what is newer counts", () => {
  const left = { spilled, waiting, parked, letters: [poison] };
  expect(tell({ ...left, stored: chapter() }).stands?.state).toBe("pending");
  const replayedAt = (settled_at: number) => ({
    waiting,
    letters: [{ ...poison, state: "replayed" as const, settled_at }],
  });
  expect(tell(replayedAt(4_000)).stands?.state).toBe("waiting_for_storage");
  expect(tell(replayedAt(6_000)).stands?.state).toBe("replayed");
});

it("a lead's story goes through its submissions in order, and stands where its deliveries do", () => {
  const repeat = chapter({
    submission: { ...chapter().submission, public_id: "later", submission_number: 3, submitted_at: 8_000 },
    events: [],
    deliveries: [],
  });
  const { steps, stands } = tellLead([repeat, chapter()], [letter], given);
  expect(steps.map(({ kind, submission_id }) => `${kind} ${submission_id}`)).toEqual([
    "received submission",
    "decided submission",
    "stored submission",
    "destination submission",
    "destination submission",
    "dead_letter submission",
    "received later",
    "decided later",
    "stored later",
    "destination later",
    "destination later",
  ]);
  expect(stands?.state).toBe("pending");
  expect(tellLead([repeat], [], given).stands?.state).toBe("nothing_to_send");
  expect(tellLead([], [], given)).toEqual({ steps: [], stands: null });
});

it("notes and steps along the pipeline are told with who made them", () => {
  const done = { author_name: "Eva", previous: null, created_at: 1 } as const;
  expect(tellActivity({ ...done, kind: "note", text: "call later" })).toMatchObject({
    what: "Eva wrote a note.",
    note: "call later",
  });
  expect(tellActivity({ ...done, kind: "status", text: "won", previous: "new" }).what).toBe(
    "Eva moved it from new to won.",
  );
});
