import { expect, it } from "vitest";
import { saidFields } from "./submission-changes.ts";

type Submission = Parameters<typeof saidFields>[0];
const one = (given: Partial<Submission> = {}): Submission => ({
  id: "s",
  submission_number: 1,
  contact_name: "Asha",
  contact_email: "asha@example.com",
  contact_phone: null,
  masked: false,
  form_id: "f",
  outcome: "new_lead",
  explanation: "",
  lead_source: null,
  source_team: null,
  searched_keyword: null,
  cta: null,
  page_url: "",
  submitted_at: 1,
  ...given,
});

it.each<[what: string, now: Partial<Submission>, before: Partial<Submission> | null, changed: unknown[]]>([
  ["the first changes nothing", {}, null, []],
  ["the same again changes nothing", {}, {}, []],
  ["another name is told with the one before", { contact_name: "Ashaa" }, {}, [["contact_name", "Asha"]]],
  ["what is new is a change of nothing", { contact_phone: "+91-9" }, {}, [["contact_phone", null]]],
  ["what is not said any more is no change", { contact_email: null }, {}, []],
  [
    "several are told in order",
    { cta: "Call me", contact_name: "A" },
    { cta: "Visit" },
    [
      ["contact_name", "Asha"],
      ["cta", "Visit"],
    ],
  ],
])("%s", (_what, now, before, changed) => {
  const said = saidFields(one(now), before === null ? null : one(before));
  expect(said.filter(({ isChanged }) => isChanged).map(({ name, before: was }) => [name, was])).toEqual(
    changed,
  );
});

it("what says nothing has no line", () => {
  expect(saidFields(one(), null).map(({ name }) => name)).toEqual(["contact_name", "contact_email"]);
});
