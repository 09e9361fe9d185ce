import { expect, it } from "vitest";
import type { StandState } from "./stand.ts";
import { standOfLetter } from "./stand-of-submission.ts";
import type { SubmissionFacts } from "./submission-facts.ts";
import { blocked, chapter, letter, quarantined, tell, trace } from "../../test/story-samples.ts";

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
  ["blocked", { blocked }, "blocked address"],
  ["quarantined", { quarantined }, "Its honeypot is filled: kept apart"],
  [
    "released",
    { quarantined: { ...quarantined, released_at: 2_000, released_by: null } },
    "Let through on purpose by nobody known",
  ],
  [
    "released",
    { blocked: { ...blocked, released_at: 2_000, released_by: "asha@example.com" } },
    "Let through on purpose by asha@example.com",
  ],
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

it.each<[StandState, Partial<SubmissionFacts>, string, string]>([
  [
    "blocked",
    { blocked },
    "It came from a blocked address",
    "Taken off the list, the address is let through from then on",
  ],
  [
    "parked",
    { parked },
    "waits in KV, because the database was away",
    "The sweep, within a minute of the database's return",
  ],
  [
    "spilled",
    { spilled },
    "because the queue did not take it",
    "The sweep puts it on the queue, every minute",
  ],
  [
    "waiting_for_storage",
    { waiting },
    "waits in the queue for the database",
    "The next try, 10 to 300 seconds",
  ],
  [
    "payload_kept",
    { payloadKept: { received_at: 1_000 } },
    "its payload in KV, and not stored yet",
    "The consumer, within seconds",
  ],
  [
    "released",
    { blocked: { ...blocked, released_at: 2_000, released_by: "asha@example.com" } },
    "was let through on purpose",
    "The consumer, within seconds",
  ],
  [
    "quarantined",
    { quarantined },
    "its form keeps it apart",
    "it is deleted at 1970-01-02 00:00:00 UTC. If a person sent it, `leadrelay unsent release submission`",
  ],
  ["dead_letter", { letters: [poison] }, "because of its own content", "replay this letter"],
  [
    "discarded",
    { letters: [{ ...poison, state: "discarded" }] },
    "because of its own content. Nothing of it was sent. Somebody gave it up: nobody will send it.",
    "Nothing: somebody gave it up.",
  ],
  [
    "replayed",
    { letters: [{ ...poison, state: "replayed" }] },
    "Its dead letter was replayed: it is in the queue again, and not stored yet.",
    "The consumer, within seconds",
  ],
])("a submission that is %s says where it is, and what moves it on", (state, facts, sentence, next) => {
  const { stands } = tell(facts);
  expect(stands?.state).toBe(state);
  expect(stands?.sentence).toContain(sentence);
  expect(stands?.next).toContain(next);
});

it("a blocked submission names the network that blocks it, also where a letter is left over", () => {
  expect(tell({ blocked, letters: [poison] }).stands).toMatchObject({
    state: "blocked",
    cidr: "203.0.113.0/24",
  });
});

it.each(["open", "replayed", "discarded"] as const)(
  "a %s letter is named by where its submission stands",
  (state) => {
    expect(standOfLetter({ ...poison, state })).toMatchObject({
      dead_letter_id: "letter",
      letter_state: state,
      letter_kind: "poison",
    });
  },
);

it("an open letter counts before those that were settled, and of those the one settled last", () => {
  const replayed = { ...poison, id: "replayed", state: "replayed" as const, settled_at: 9_000 };
  const discarded = { ...poison, id: "discarded", state: "discarded" as const, settled_at: 9_500 };
  expect(tell({ letters: [replayed, poison, discarded] }).stands).toMatchObject({ dead_letter_id: "letter" });
  expect(tell({ letters: [replayed, discarded] }).stands).toMatchObject({ dead_letter_id: "discarded" });
  expect(tell({ letters: [{ ...replayed, settled_at: null }, discarded] }).stands?.state).toBe("discarded");
});

it("a wait for the database at the moment of a replay is the newer of the two", () => {
  const letters = [{ ...poison, state: "replayed" as const, settled_at: 5_000 }];
  expect(tell({ waiting, letters }).stands?.state).toBe("waiting_for_storage");
});

it("each place is surer than the next: a letter in KV, the spill, the wait, a kept payload", () => {
  const payloadKept = { received_at: 1_000 };
  const states = [
    tell({ parked, spilled, waiting, payloadKept }),
    tell({ spilled, waiting, payloadKept }),
    tell({ waiting, payloadKept }),
  ].map(({ stands }) => stands?.state);
  expect(states).toEqual(["parked", "spilled", "waiting_for_storage"]);
});

it("what is stored and sent nowhere says why it was decided so, if that is known", () => {
  const stored = chapter({ deliveries: [] });
  expect(tell({ stored }).stands).toEqual({
    state: "nothing_to_send",
    sentence:
      "It is stored, and nothing of it is sent. Stored as a new lead: nobody known on this project matches it.",
    next: "Nothing: this is where it ends.",
  });
  stored.submission.decision_json = "{}";
  expect(tell({ stored }).stands).toEqual({
    state: "nothing_to_send",
    sentence: "It is stored, and nothing of it is sent.",
    next: "Nothing: this is where it ends.",
  });
});

it("a new lead that no destination took is sent when the person comes again, once one takes it", () => {
  const stored = chapter({ deliveries: [] });
  for (const rule of ["new_lead", "never_sent"]) {
    for (const reason of ["not_subscribed", "takes_no_tests", "other_environment"]) {
      const destinations = [{ ...trace.destinations[1], reason }];
      stored.submission.decision_json = JSON.stringify({ ...trace, rule, destinations });
      expect(tell({ stored }).stands?.next).toBe(
        "No destination takes it, each for the reason told: change the one that should, and the person's next submission is sent as a new lead.",
      );
    }
  }
});

it.each([
  [
    "that takes its event",
    ["takes_no_tests"],
    "(Demo Make with `leadrelay destination change make --tests on`)",
  ],
  [
    "beside those that it is not for",
    ["not_subscribed", "takes_no_tests"],
    "(d1 with `leadrelay destination change d1 --tests on`)",
  ],
  [
    "of many, three of them",
    Array<string>(4).fill("takes_no_tests"),
    "(Demo Make with `leadrelay destination change make --tests on`, d1 with `leadrelay destination change d1 --tests on`, d2 with `leadrelay destination change d2 --tests on`)",
  ],
])("a test that went nowhere names the destination %s, and the command", (_which, reasons, named) => {
  const stored = chapter({ deliveries: [] });
  const destinations = reasons.map((reason, index) => ({
    ...trace.destinations[1],
    id: index === 0 ? "make" : `d${index}`,
    reason,
  }));
  stored.submission.decision_json = JSON.stringify({ ...trace, test: "marked", destinations });
  expect(tell({ stored }).stands?.next).toBe(
    `It is a test, and no destination that hears of it takes those: have one take them ${named}, and the person's next submission is sent as a new lead.`,
  );
});

it("what is marked unsent can be released, whatever else would send the next one", () => {
  const stored = chapter({ deliveries: [] });
  stored.submission.decision_json = JSON.stringify({ ...trace, rule: "duplicate_window", destinations: [] });
  stored.submission.unsent = "duplicate_window";
  expect(tell({ stored }).stands?.next).toBe(
    "Nothing by itself. `leadrelay unsent release submission` sends this one on purpose.",
  );
  stored.submission.decision_json = JSON.stringify({ ...trace, destinations: [] });
  expect(tell({ stored }).stands?.next).toMatch(/add one, and .* sends this one on purpose\.$/);
  expect(tell({ blocked }).stands?.next).toContain("`leadrelay unsent release submission`");
});

it.each([
  ["dead_letter", { letters: [poison] }],
  ["parked", { parked }],
  ["waiting_for_storage", { waiting }],
  ["released", { letters: [{ ...poison, state: "replayed" as const, settled_at: 6_000 }] }],
])("what was let through, and did not come through intake yet, is %s", (state, more) => {
  const released = { ...blocked, released_at: 2_000, released_by: null };
  expect(tell({ blocked: released, ...more }).stands?.state).toBe(state);
});
