import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTrace } from "../../test/any-trace.ts";
import { deliveryId, eventId } from "../ids/derived-id.ts";
import { compactTrace } from "./compact-trace.ts";
import type { DecisionTrace } from "./decision-trace.ts";
import { formatTrace } from "./format-trace.ts";
import { parseTrace } from "./parse-trace.ts";

const quiet: DecisionTrace = {
  rule: "new_lead",
  elapsed_minutes: null,
  setting: null,
  lead: { id: 7, public_id: "lead-7", matched_by: null },
  identities: [],
  passed_over: [],
  ip_rejected: null,
  test: null,
  event: null,
  new_contact: [],
  destinations: [],
  suspicion: { score: 0, reasons: [] },
  notes: [],
};
const delivery = deliveryId(eventId("s", "lead.created"), "make");
const parse = (decision_json: string) => parseTrace({ public_id: "s", decision_json });

/** Rows that exist are read by this layout for ever: a text here may be added, never changed. */
const layout: [string, Partial<DecisionTrace>, string][] = [
  ["of nothing but a rule and a lead", {}, '{"rule":"new_lead","lead":[7,"lead-7"]}'],
  [
    "of a new lead",
    {
      identities: [
        { kind: "visitor_id", result: "added", lead_id: 7 },
        { kind: "email", result: "matched", lead_id: 7 },
        { kind: "phone", result: "held_by_other_lead", lead_id: 12 },
        { kind: "ip", result: "same_lead", lead_id: 7 },
      ],
      event: "lead.created",
      destinations: [
        {
          id: "make",
          event: "lead.created",
          status: "pending",
          reason: "subscribed",
          delivery_public_id: delivery,
        },
        { id: "crm", event: "lead.created", status: "skipped", reason: "takes_no_tests" },
      ],
    },
    '{"rule":"new_lead","lead":[7,"lead-7"],"identities":"va,em,ph12,is","event":"lead.created",' +
      '"destinations":[["make","subscribed"],["crm","takes_no_tests"]]}',
  ],
  [
    "of a contact that another lead has, by both its ids",
    {
      identities: [
        { kind: "phone", result: "held_by_other_lead", lead_id: 12, lead_public_id: "lead-12" },
        { kind: "ip", result: "added", lead_id: 7 },
      ],
    },
    '{"rule":"new_lead","lead":[7,"lead-7"],"identities":"ph12~lead-12,ia"}',
  ],
  [
    "of a repeat",
    {
      rule: "duplicate_window",
      elapsed_minutes: 0,
      setting: { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "form" },
      lead: { id: 7, public_id: "lead-7", matched_by: "email" },
      new_contact: ["phone"],
      suspicion: { score: 30, reasons: ["fast_submit"] },
      notes: ["a file was skipped"],
    },
    '{"rule":"duplicate_window","elapsed_minutes":0,"setting":{"name":"DUPLICATE_WINDOW_MINUTES","value":30,"from":"form"},' +
      '"lead":[7,"lead-7","email"],"new_contact":["phone"],"suspicion":{"score":30,"reasons":["fast_submit"]},' +
      '"notes":["a file was skipped"]}',
  ],
  [
    "of somebody who looks like two others",
    {
      rule: "contradicted_match",
      setting: { name: "IDENTITY_GUARD", value: "on", from: "installation" },
      passed_over: [
        { kind: "visitor_id", lead: { id: 3, public_id: "lead-3" }, differs: ["email", "name"] },
        { kind: "phone", lead: { id: 5, public_id: "lead-5" }, differs: ["email", "name"] },
      ],
    },
    '{"rule":"contradicted_match","setting":{"name":"IDENTITY_GUARD","value":"on","from":"installation"},' +
      '"lead":[7,"lead-7"],"passed_over":[["visitor_id",3,"lead-3","email","name"],["phone",5,"lead-5","email","name"]]}',
  ],
  [
    "of sends that are not the usual",
    {
      ip_rejected: "other_email",
      test: "test_string",
      destinations: [
        {
          id: "make",
          event: "lead.created",
          status: "dead",
          reason: "sent_while_d1_down",
          delivery_public_id: delivery,
        },
        {
          id: "crm",
          event: "lead.updated",
          status: "pending",
          reason: "subscribed",
          delivery_public_id: "d",
        },
        { id: "old", event: "lead.created", status: "pending", reason: "subscribed" },
      ],
    },
    '{"rule":"new_lead","lead":[7,"lead-7"],"ip_rejected":"other_email","test":"test_string","destinations":' +
      '[["make","sent_while_d1_down","lead.created","dead"],["crm","subscribed","lead.updated",null,"d"],' +
      '["old","subscribed","lead.created",null,""]]}',
  ],
];

describe("a trace is stored as facts, without what is null, empty or follows from the rest", () => {
  it.each(layout)("%s", (_, given, text) => {
    const trace = { ...quiet, ...given };
    expect(formatTrace(trace, "s")).toBe(text);
    expect(parse(text)).toEqual(trace);
  });

  it("and whatever it says reads back equal", () => {
    fc.assert(
      fc.property(anyTrace("s"), (trace) => {
        expect(parse(formatTrace(trace, "s"))).toEqual(trace);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a trace of an older layout", () => {
  const rewritten = (decision_json: string) => compactTrace({ public_id: "s", decision_json });

  it("is rewritten to the same", () => {
    fc.assert(
      fc.property(anyTrace("s"), (trace) => {
        const text = rewritten(JSON.stringify(trace));
        expect(text).toBe(formatTrace(trace, "s"));
        expect(rewritten(text)).toBe(text);
      }),
    );
  });

  it.each<[string, unknown]>([
    ["it says more than a trace does", { ...quiet, weather: "fine" }],
    ["it is none", {}],
    [
      "a kind of identity is another version's",
      { ...quiet, identities: [{ kind: "fax", result: "added", lead_id: 7 }] },
    ],
    ["it is a number", 88],
  ])("stays as it is where %s", (_, value) =>
    expect(rewritten(JSON.stringify(value))).toBe(JSON.stringify(value)),
  );
});
