import type { UnsentRule } from "@leadrelay/contracts/unsent-rule";
import { expect, it } from "vitest";
import type { DecisionTrace, DestinationTrace } from "../decide/decision-trace.ts";
import { explainUnsent, whatSendsIt } from "./explain-unsent.ts";

const to = (...reasons: DestinationTrace["reason"][]): DestinationTrace[] =>
  reasons.map((reason, index) => ({ id: `d${index}`, event: "lead.created", status: "skipped", reason }));
const trace: DecisionTrace = {
  rule: "new_lead",
  elapsed_minutes: null,
  setting: null,
  lead: { id: 7, public_id: "lead-7", matched_by: null },
  identities: [],
  passed_over: [],
  ip_rejected: null,
  test: null,
  event: "lead.created",
  new_contact: [],
  destinations: [],
  suspicion: { score: 0, reasons: [] },
  notes: [],
};
const repeat: Partial<DecisionTrace> = {
  rule: "duplicate_window",
  elapsed_minutes: 12,
  setting: { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" },
  test: "allowed_ip",
};

const cases: [
  rule: UnsentRule,
  given: Partial<DecisionTrace> | null,
  cidr: string | null,
  sentence: string,
][] = [
  [
    "duplicate_window",
    repeat,
    null,
    "Stored as a duplicate: the same person came 12 minutes earlier; within the duplicate window of 30 minutes (the installation's setting) nothing is sent again.",
  ],
  ["reengage_wait", null, null, "Stored as a duplicate: nothing is sent again."],
  ["reengage_off", null, null, "Stored as a duplicate: nothing is sent again."],
  [
    "test",
    { test: "test_string" },
    null,
    "It is a test: it holds one of the client's test strings. No destination takes tests.",
  ],
  ["test", null, null, "No destination takes tests."],
  ["no_destination", null, null, "No destination took it."],
  ["no_destination", {}, null, "The client had no destination when it came."],
  [
    "no_destination",
    { destinations: to("other_environment", "other_environment") },
    null,
    "No destination is marked for the environment this installation runs in.",
  ],
  [
    "no_destination",
    { destinations: to("other_environment", "not_subscribed") },
    null,
    "No destination took its lead.created.",
  ],
  ["no_destination", { event: null, destinations: to("not_subscribed") }, null, "No destination took it."],
  ["blocked", null, "203.0.113.0/24", "It came from an address that the client blocks (203.0.113.0/24)."],
  ["blocked", null, null, "It came from an address that the client blocks."],
  [
    "quarantined",
    null,
    null,
    "It filled a field that people do not see (honeypot), and its form keeps such submissions apart.",
  ],
];

it.each(cases)("%s %j is told in words", (rule, given, cidr, sentence) => {
  const told = explainUnsent({ rule, trace: given === null ? null : { ...trace, ...given }, cidr });
  expect(told).toBe(sentence);
});

it.each([
  ["duplicate_window", "goes as lead.reengaged"],
  ["reengage_wait", "or as lead.created where nothing of its lead went out"],
  ["reengage_off", "The form's setting decides about the next ones."],
  ["test", "leadrelay unsent release s1 --destination <id>"],
  ["no_destination", "Have a destination take it, then release it"],
  ["blocked", "as if its address were on no list"],
  ["quarantined", "after 30 days it is deleted"],
] as const)("what sends a submission unsent by %s names the command", (rule, what) => {
  expect(whatSendsIt(rule, "s1")).toContain(what);
  expect(whatSendsIt(rule, "s1")).toContain("leadrelay unsent release s1");
});
