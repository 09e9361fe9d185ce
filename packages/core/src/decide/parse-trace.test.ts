import { describe, expect, it } from "vitest";
import { parseTrace } from "./parse-trace.ts";

const trace = {
  rule: "new_lead",
  lead: { id: 1, public_id: "p", matched_by: null },
  suspicion: { score: 0, reasons: [] },
  identities: [],
  destinations: [],
  notes: [],
  new_contact: [],
};

const parse = (decision_json: string) => parseTrace({ public_id: "s", decision_json });

describe("a trace", () => {
  it("reads back as every commit before version 11 of the database wrote it: whole", () => {
    const whole = { ...trace, elapsed_minutes: 3, setting: null, ip_rejected: null, test: null, event: null };
    expect(parse(JSON.stringify(whole))).toEqual({ ...whole, passed_over: [] });
  });

  it("of an older version has nothing where it says nothing", () => {
    const nothing = { elapsed_minutes: null, setting: null, ip_rejected: null, test: null, event: null };
    expect(parse(JSON.stringify(trace))).toEqual({ ...trace, ...nothing, passed_over: [] });
    expect(parse(JSON.stringify({ ...trace, event: "lead.created" }))?.event).toBe("lead.created");
  });

  it("that was folded before there was a guard passed nobody over", () => {
    const folded = { rule: "new_lead", lead: [1, "p"] };
    expect(parse(JSON.stringify(folded))?.passed_over).toEqual([]);
  });

  it.each([
    "new_lead",
    "contradicted_match",
    "split",
    "never_sent",
    "ip_match_new_contact",
    "duplicate_window",
    "reengage_off",
    "reengage_wait",
    "reengaged",
  ])("may say %s", (rule) => expect(parse(JSON.stringify({ ...trace, rule }))?.rule).toBe(rule));

  it.each<[string, unknown]>([
    ["no JSON", undefined],
    ["null", null],
    ["a list", []],
    ["nothing at all", {}],
    ["an unknown rule", { ...trace, rule: "whim" }],
    ["no rule", { ...trace, rule: undefined }],
    ["a rule that every object has", { ...trace, rule: "toString" }],
    ["no lead", { ...trace, lead: undefined }],
    ["a lead without an id", { ...trace, lead: {} }],
    ["no suspicion", { ...trace, suspicion: undefined }],
    ["suspicion without reasons", { ...trace, suspicion: {} }],
    ["no identities", { ...trace, identities: undefined }],
    ["no destinations", { ...trace, destinations: undefined }],
    ["no notes", { ...trace, notes: "none" }],
    ["no word on what is new", { ...trace, new_contact: undefined }],
    ["a number", 88],
    ["folded, with an unknown rule", { rule: "whim", lead: [1, "p"] }],
    ["folded, without its lead's id", { rule: "new_lead", lead: [1] }],
    ["folded, with identities of no kind", { rule: "new_lead", lead: [1, "p"], identities: "xa" }],
    [
      "folded, with a destination and no event",
      { rule: "new_lead", lead: [1, "p"], destinations: [["d", "subscribed"]] },
    ],
  ])("is not %s", (_, value) => {
    expect(parse(value === undefined ? "{" : JSON.stringify(value))).toBeUndefined();
  });
});
