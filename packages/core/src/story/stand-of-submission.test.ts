import { expect, it } from "vitest";
import type { StandState } from "./stand.ts";
import type { SubmissionFacts } from "./submission-facts.ts";
import { chapter, letter, tell, trace } from "../../test/story-samples.ts";

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
