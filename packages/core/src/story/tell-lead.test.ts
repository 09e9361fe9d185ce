import { expect, it } from "vitest";
import { tellActivity } from "./tell-activity.ts";
import { tellLead } from "./tell-lead.ts";
import { chapter, given, letter } from "../../test/story-samples.ts";

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
