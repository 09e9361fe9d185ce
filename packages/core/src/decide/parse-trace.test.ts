import { describe, expect, it } from "vitest";
import { sampleFacts, samplePolicy, sampleSubmission } from "../../test/decide-samples.ts";
import { decideBatch } from "./decide-batch.ts";
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

describe("a trace", () => {
  it("reads back as a commit wrote it", () => {
    const context = { policy: samplePolicy, nowMs: 1, newId: () => "p" };
    const plan = decideBatch([sampleSubmission({ email: "a@x.io" })], sampleFacts(), context);
    const written = plan.submissions[0]?.decision_json ?? "";
    expect(parseTrace(written)).toEqual(JSON.parse(written));
  });

  it("of an older version has nothing where it says nothing", () => {
    const nothing = { elapsed_minutes: null, setting: null, ip_rejected: null, test: null, event: null };
    expect(parseTrace(JSON.stringify(trace))).toEqual({ ...trace, ...nothing });
    expect(parseTrace(JSON.stringify({ ...trace, event: "lead.created" }))?.event).toBe("lead.created");
  });

  it.each([
    "new_lead",
    "never_sent",
    "ip_match_new_contact",
    "duplicate_window",
    "reengage_off",
    "reengage_wait",
    "reengaged",
  ])("may say %s", (rule) => expect(parseTrace(JSON.stringify({ ...trace, rule }))?.rule).toBe(rule));

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
  ])("is not %s", (_, value) => {
    expect(parseTrace(value === undefined ? "{" : JSON.stringify(value))).toBeUndefined();
  });
});
