import { expect, it } from "vitest";
import { attempt, chapter, delivery, letter, tell } from "../../test/story-samples.ts";

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

it("of a submission nobody knows there is no story", () => {
  expect(tell({})).toEqual({ steps: [], stands: null });
});
