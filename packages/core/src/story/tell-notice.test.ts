import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { describe, expect, it } from "vitest";
import { attempt, delivery, given } from "../../test/story-samples.ts";
import { tellActivity } from "./tell-activity.ts";
import { tellAttempt } from "./tell-attempt.ts";
import { tellNotice } from "./tell-notice.ts";

const note = { kind: "note", created_at: 5 } as const;

describe("what became of telling a destination of a note", () => {
  it.each<[DeliveryStatus, string]>([
    ["pending", "Chat is about to be told of the note."],
    ["in_flight", "Chat is about to be told of the note."],
    ["held", "Chat is told of the note once it takes leads again."],
    ["delivered", "Chat was told of the note."],
    ["confirmed", "Chat was told of the note."],
    ["dead", "Chat could not be told of the note, and no attempt is left: it needs a person."],
    ["cancelled", "Chat is not told of the note."],
    ["skipped", "Chat is not told of the note."],
  ])("is told of one that is %s", (status, what) => {
    expect(tellNotice(note, { ...delivery, status }, "Chat").what).toBe(what);
  });

  it("stands where it ended, else where the note was written, with what it is looked up by", () => {
    const told = tellNotice(note, { ...delivery, settled_at: 9, last_error: "HTTP 500" }, "Chat");
    expect(told).toEqual({
      at: 9,
      kind: "notice",
      what: "Chat is about to be told of the note.",
      event_id: "event",
      delivery_id: "delivery",
      destination_id: "make",
      error: "HTTP 500",
    });
    expect(tellNotice(note, delivery, "Chat").at).toBe(5);
  });

  it("is of a new status where that is what was done", () => {
    const moved = { kind: "status", created_at: 5 } as const;
    expect(tellNotice(moved, delivery, "Chat").what).toBe("Chat is about to be told of the new status.");
  });
});

describe("what somebody did on a lead", () => {
  const by = { author_name: "Priya", created_at: 5 };
  it.each([
    [
      "a note is told with its words beside",
      "note",
      "Call her",
      null,
      { what: "Priya wrote a note.", note: "Call her" },
    ],
    ["a move from where to where", "status", "won", "new", { what: "Priya moved it from new to won." }],
    ["the first move from nowhere", "status", "won", null, { what: "Priya moved it from nowhere to won." }],
  ] as const)("%s", (_what, kind, text, previous, told) => {
    expect(
      tellActivity({ ...by, id: "n", kind, text, previous } as Parameters<typeof tellActivity>[0]),
    ).toEqual({
      at: 5,
      kind,
      ...told,
    });
  });
});

describe("a try", () => {
  it.each([
    [
      "that its receiver put off",
      "hold",
      "not taken (HTTP 201): its receiver takes nothing for a while; that spent no attempt.",
    ],
    [
      "of a person it had",
      "duplicate_at_receiver",
      "its receiver had this person before, and did not take the lead (HTTP 201).",
    ],
  ] as const)("%s is told", (_what, outcome, told) => {
    const step = tellAttempt(attempt(1, outcome), {
      lookup: given.lookup,
      submission_id: null,
      delivery_id: undefined,
    });
    expect(step.what).toBe(`Attempt 1 at Demo Make: ${told}`);
  });
});
