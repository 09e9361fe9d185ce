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
    at: 1,
    kind: "note",
    what: "Eva wrote a note.",
    note: "call later",
  });
  expect(tellActivity({ ...done, kind: "status", text: "won", previous: "new" }).what).toBe(
    "Eva moved it from new to won.",
  );
  expect(tellActivity({ ...done, kind: "status", text: "won" })).toEqual({
    at: 1,
    kind: "status",
    what: "Eva moved it from nowhere to won.",
  });
});

it("a letter is told with the submission it belongs to, and no other", () => {
  const stranger = { ...letter, id: "stranger", submission_id: "of another lead" };
  const { steps } = tellLead([chapter()], [letter, stranger], given);
  const letters = steps.filter(({ kind }) => kind === "dead_letter");
  expect(letters.map(({ dead_letter_id }) => dead_letter_id)).toEqual(["letter"]);
});

it("a lead nothing of which is sent stands where its newest submission does", () => {
  const without = (public_id: string, rule: string) => {
    const one = chapter({ deliveries: [], events: [] });
    const decision = { ...JSON.parse(one.submission.decision_json), rule };
    return { ...one, submission: { ...one.submission, public_id, decision_json: JSON.stringify(decision) } };
  };
  const { stands } = tellLead([without("newest", "never_sent"), without("older", "new_lead")], [], given);
  expect(stands?.sentence).toContain("nothing of this person was ever sent");
});
