import { describe, expect, it } from "vitest";
import type { SplitSubmission } from "./split-facts.ts";
import { standingOf } from "./standing-of.ts";

type Given = Partial<
  Pick<SplitSubmission, "contact_name" | "contact_email" | "contact_phone" | "submitted_at">
>;

const submission = (number: number, given: Given): SplitSubmission => ({
  id: 100 + number,
  public_id: `s${number}`,
  submission_number: number,
  form_id: "form",
  outcome: "duplicate",
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  page_url: null,
  attribution_json: null,
  payload_json: "{}",
  submitted_at: number,
  unsent: null,
  trace: null,
  frozen: null,
  deliveries: [],
  ...given,
});
const standing = (...given: Given[]) => standingOf(given.map((one, index) => submission(index + 1, one)));

describe("of what submissions say of a person", () => {
  it.each<[what: string, given: Given[], stands: Partial<ReturnType<typeof standingOf>>]>([
    [
      "the latest name stands",
      [{ contact_name: "Anna" }, { contact_name: "Anna Bell" }, {}],
      { contact_name: "Anna Bell" },
    ],
    [
      "the latest number stands",
      [{ contact_phone: "+91-9876543210" }, { contact_phone: "+353-16793333" }],
      { contact_phone: "+353-16793333" },
    ],
    [
      "a number that can be read stands before a later one that cannot",
      [{ contact_phone: "+91-9876543210" }, { contact_phone: "12345" }],
      { contact_phone: "+91-9876543210" },
    ],
    [
      "the first that cannot be read stands where none can",
      [{ contact_phone: "call me" }, { contact_phone: "12345" }],
      { contact_phone: "call me" },
    ],
    [
      "what only holds a number cannot be read",
      [{ contact_phone: "+91-9876543210" }, { contact_phone: "call +91-9123456780" }],
      { contact_phone: "+91-9876543210" },
    ],
    [
      "an e-mail address stands before a later word that is none",
      [{ contact_email: "anna@x.io" }, { contact_email: "none" }],
      { contact_email: "anna@x.io" },
    ],
    [
      "the first word that is none stands where there is no address",
      [{ contact_email: "at the desk" }, { contact_email: "none" }],
      { contact_email: "at the desk" },
    ],
    [
      "what came in last is the latest, whatever its number",
      [
        { contact_name: "Late", submitted_at: 9 },
        { contact_name: "Early", submitted_at: 1 },
      ],
      { contact_name: "Late", first_submitted_at: 1, last_submitted_at: 9 },
    ],
    [
      "of two that came in at once the one of the higher number is the latest",
      [
        { contact_name: "One", submitted_at: 5 },
        { contact_name: "Two", submitted_at: 5 },
      ],
      { contact_name: "Two" },
    ],
    [
      "nothing stands where nothing was said",
      [{}],
      { contact_name: null, contact_phone: null, suspicion_score: 0 },
    ],
  ])("%s", (_, given, stands) => expect(standing(...given)).toMatchObject(stands));

  it("at least one there must be", () => expect(() => standingOf([])).toThrow("A lead has a submission"));
});
