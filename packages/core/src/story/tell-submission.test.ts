import { expect, it } from "vitest";
import { tellAttempt } from "./tell-attempt.ts";
import { attempt, blocked, chapter, delivery, given, letter, tell } from "../../test/story-samples.ts";

it("a submission of which not all was read says so, last", () => {
  const { steps } = tell({ stored: chapter({ attempts: [attempt(1, "retry")], isPart: true }) });
  expect(steps.at(-1)).toMatchObject({ at: 2_001, kind: "not_told", submission_id: "submission" });
  expect(steps.at(-1)?.what).toContain("More came of it than is told here");
  expect(tell({ stored: chapter() }).steps.map(({ kind }) => kind)).not.toContain("not_told");
});

it("a stored submission is told in order: received, decided, stored, each destination, each attempt, its letter", () => {
  const attempts = (["retry", "refused", "gone", "lost", "delivered"] as const).map((outcome, index) =>
    attempt(index + 1, outcome),
  );
  const { steps } = tell({ stored: chapter({ attempts }), letters: [letter] });
  expect(steps.map(({ at, kind, what }) => `${at} ${kind}: ${what}`)).toEqual([
    "1000 received: Received: submission 2 of this lead, submission.",
    "1500 decided: Stored as a new lead: nobody known on this project matches it.",
    "1500 stored: Stored, with the event lead.created.",
    "1500 destination: Goes to Demo Make.",
    "1500 destination: Not sent to gone: it takes no tests (its setting takes_test). `leadrelay destination change gone --tests on` has the next ones sent.",
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

it.each([
  ["refused", 1, "HTTP 422: no; the lead went on to B", null],
  [
    "kept waiting",
    0,
    "it waited here for more than 30 minutes; the lead went on to B",
    "it waited here for more than 30 minutes; the lead went on to B",
  ],
] as const)(
  "a lead that a member of a route %s is told to have gone on",
  (_how, attempts, last_error, error) => {
    const left = { ...delivery, status: "skipped", settled_at: 2_500, attempts, last_error } as const;
    expect(tell({ stored: chapter({ deliveries: [left] }) }).steps.at(-1)).toMatchObject({
      at: 2_500,
      kind: "passed_on",
      what: "Left Demo Make, and went on to B by their route.",
      delivery_id: "delivery",
      error,
    });
  },
);

it("what was skipped for another reason is not told to have gone on", () => {
  const had = {
    ...delivery,
    status: "skipped",
    settled_at: 2_500,
    last_error: "it had this person",
  } as const;
  const { steps } = tell({ stored: chapter({ deliveries: [had] }) });
  expect(steps.map(({ kind }) => kind)).not.toContain("passed_on");
});

it("of a submission nobody knows there is no story", () => {
  expect(tell({})).toEqual({ steps: [], stands: null });
});

const poison = { ...letter, kind: "poison", event_id: null, destination_id: null } as const;

it("what waits outside the database is told step by step, with when and in what way", () => {
  const { steps } = tell({
    blocked,
    spilled: { received_at: 1_500, refusals: 0 },
    waiting: { tries: 2, error: "no such host", sent: [], received_at: 1_600, failed_at: 5_000 },
    payloadKept: { received_at: 1_700 },
    parked: [{ parked_at: 6_000, letter: { ...poison, id: "parked" } }],
  });
  const submission_id = "submission";
  expect(steps).toEqual([
    { at: 1_000, kind: "received", what: "Received and acknowledged.", submission_id },
    {
      at: 1_000,
      kind: "blocked",
      what: "It came from a blocked address: kept apart, nothing of it is sent.",
      submission_id,
    },
    { at: 1_500, kind: "spilled", what: "The queue did not take it, so KV keeps it.", submission_id },
    {
      at: 1_700,
      kind: "payload_kept",
      what: "It is too big for a message: its payload is kept in KV until it is stored.",
      submission_id,
    },
    {
      at: 5_000,
      kind: "waiting_for_storage",
      what: "The database could not store it at try 2.",
      submission_id,
      error: "no such host",
    },
    {
      at: 6_000,
      kind: "dead_letter_parked",
      what: "It became a dead letter, which waits in KV because the database was away. A submission could not be stored because of its own content. Nothing of it was sent.",
      submission_id,
      dead_letter_id: "parked",
      error: "HTTP 500",
    },
  ]);
});

it.each([
  ["the queue's refusal", { spilled: { received_at: 700, refusals: 1 } }, 700],
  [
    "a try to store it",
    { waiting: { tries: 1, error: "", sent: [], received_at: 800, failed_at: 900 } },
    800,
  ],
  ["its payload", { payloadKept: { received_at: 600 } }, 600],
  ["its letter", { letters: [poison] }, 2_001],
  ["its parked letter", { parked: [{ parked_at: 9_000, letter: poison }] }, 2_001],
])("when it was received is known from %s", (_what, facts, at) => {
  expect(tell(facts).steps[0]).toEqual({
    at,
    kind: "received",
    what: "Received and acknowledged.",
    submission_id: "submission",
  });
});

it("of several times of receipt the first is the one", () => {
  const facts = { spilled: { received_at: 700, refusals: 1 }, payloadKept: { received_at: 600 } };
  expect(tell(facts).steps[0]?.at).toBe(600);
});

it("a letter of a delivery names both, one of a submission neither event nor delivery", () => {
  const step = { at: 3_000, kind: "dead_letter", dead_letter_id: "letter", submission_id: "submission" };
  expect(tell({ stored: chapter(), letters: [letter] }).steps.at(-1)).toEqual({
    ...step,
    what: "It became a dead letter. A lead did not reach its destination: every attempt of the retry schedule failed.",
    event_id: "event",
    delivery_id: "delivery",
    destination_id: "make",
    error: "HTTP 500",
  });
  const ofSubmission = tell({ letters: [poison] }).steps.at(-1);
  expect(Object.keys(ofSubmission ?? {})).not.toContain("event_id");
  expect(Object.keys(ofSubmission ?? {})).not.toContain("delivery_id");
  const elsewhere = [
    { ...letter, destination_id: "other" },
    { ...letter, event_id: "other" },
  ];
  for (const other of elsewhere)
    expect(tell({ stored: chapter(), letters: [other] }).steps.at(-1)).not.toHaveProperty("delivery_id");
});

it.each([
  ["discarded", "eva", "a test", "The dead letter was discarded by eva: a test."],
  ["discarded", null, null, "The dead letter was discarded."],
  ["replayed", "eva", "mended", "The dead letter was closed by eva: mended."],
  ["replayed", null, null, "The dead letter was closed: it was sent on its way again."],
] as const)("a letter that was %s by %s because of %s says so", (state, settled_by, settle_reason, what) => {
  const settled = { ...letter, state, settled_by, settle_reason, settled_at: 8_000 };
  const { steps } = tell({ stored: chapter(), letters: [settled] });
  expect(steps.slice(-2).map(({ at, kind }) => [at, kind])).toEqual([
    [3_000, "dead_letter"],
    [8_000, "dead_letter_settled"],
  ]);
  expect(steps.at(-2)?.what).toContain("every attempt of the retry schedule failed");
  expect(steps.at(-1)).toMatchObject({ what, dead_letter_id: "letter", delivery_id: "delivery" });
});

it("a letter is never told as settled before it failed", () => {
  const settled = { ...letter, state: "replayed" as const, settled_at: 2_500 };
  expect(tell({ letters: [settled] }).steps.at(-1)?.at).toBe(3_000);
  expect(tell({ letters: [{ ...settled, settled_at: null }] }).steps.at(-1)?.at).toBe(3_000);
});

it("only a delivery that was cancelled, and when that is known, is told as cancelled", () => {
  const kinds = (more: Partial<typeof delivery>) =>
    tell({ stored: chapter({ deliveries: [{ ...delivery, ...more }] }) }).steps.map(({ kind }) => kind);
  expect(kinds({ status: "cancelled", settled_at: null })).not.toContain("cancelled");
  expect(kinds({ status: "delivered", settled_at: 2_500 })).not.toContain("cancelled");
  const cancelled = {
    ...delivery,
    status: "cancelled",
    settled_at: 2_500,
    last_error: "by a person",
  } as const;
  expect(tell({ stored: chapter({ deliveries: [cancelled] }) }).steps.at(-1)).toEqual({
    at: 2_500,
    kind: "cancelled",
    what: "Cancelled for Demo Make.",
    submission_id: "submission",
    delivery_id: "delivery",
    destination_id: "make",
    error: "by a person",
  });
});

it("an attempt belongs to the delivery of its event at its destination, and to no other", () => {
  const others = [{ destination_id: "other" }, { event_id: "other" }];
  const attempts = others.map((more, index) => ({ ...attempt(index + 1, "retry"), ...more }));
  const { steps } = tell({ stored: chapter({ attempts }) });
  const tried = steps.filter(({ kind }) => kind === "attempt");
  expect(tried).toHaveLength(2);
  for (const step of tried) expect(step).not.toHaveProperty("delivery_id");
});

it("an attempt without an answer, or without a time it took, says so", () => {
  const about = { lookup: given.lookup, submission_id: null, delivery_id: undefined };
  expect(tellAttempt({ ...attempt(1, "delivered"), duration_ms: null }, about).what).toBe(
    "Attempt 1 at Demo Make: taken (HTTP 201).",
  );
  expect(tellAttempt({ ...attempt(2, "retry"), status_code: null, destination_id: "other" }, about)).toEqual({
    at: 2_002,
    kind: "attempt",
    what: "Attempt 2 at other: not taken (no answer); such a failure is tried again.",
    submission_id: null,
    event_id: "event",
    destination_id: "other",
    error: "error 2",
  });
});

it("a decision that was not recorded is told as that", () => {
  const stored = chapter({ deliveries: [] });
  stored.submission.decision_json = "";
  expect(tell({ stored }).steps.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
    "received: Received: submission 2 of this lead, submission.",
    "decided: Decided; why was not recorded.",
    "stored: Stored, with the event lead.created.",
  ]);
});

it("what was decided of a destination names its delivery only where there is one", () => {
  const told = tell({ stored: chapter({ deliveries: [] }) }).steps.filter(
    ({ kind }) => kind === "destination",
  );
  expect(told.map(({ destination_id }) => destination_id)).toEqual(["make", "gone"]);
  for (const step of told) expect(step).not.toHaveProperty("delivery_id");
  const [first, second] = tell({ stored: chapter() }).steps.filter(({ kind }) => kind === "destination");
  expect(first).toMatchObject({ delivery_id: "delivery", event_id: "event" });
  expect(second).not.toHaveProperty("delivery_id");
});

it("a submission that was decided by a clock behind the edge's is never told as decided before it came", () => {
  const events = [{ id: "event", type: "lead.created" as const, created_at: 500 }];
  expect(tell({ stored: chapter({ events }) }).steps[1]).toMatchObject({ kind: "decided", at: 1_000 });
});

it("what was released says by whom and as what, and was decided when it came", () => {
  const { submission } = chapter();
  const events = [
    { id: "event", type: "lead.created", created_at: 1_500 },
    { id: "again", type: "lead.reengaged", created_at: 8_000 },
  ] as const;
  const told = (by: string | null, event_id: string) =>
    tell({
      stored: chapter({
        submission: { ...submission, released_at: 8_000, released_by: by },
        events,
        deliveries: [{ ...delivery, event_id }],
      }),
    }).steps.filter(({ kind }) => ["decided", "stored", "released"].includes(kind));
  expect(told("asha@example.com", "again")).toMatchObject([
    { at: 1_500, kind: "decided" },
    { at: 1_500, kind: "stored", what: "Stored, with the event lead.created." },
    { at: 8_000, kind: "released", what: "Released by asha@example.com: sent on purpose as lead.reengaged." },
  ]);
  expect(told(null, "erased").at(-1)?.what).toBe("Released by nobody known: sent on purpose.");
});
