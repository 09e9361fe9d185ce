import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { expect, it } from "vitest";
import type { IdentityKind } from "../identity/identity.ts";
import type { DecisionTrace, DestinationTrace } from "../decide/decision-trace.ts";
import { explainDecision } from "./explain-decision.ts";
import type { Rule } from "../decide/judge-repeat.ts";
import type { IpRejection } from "../decide/match-lead.ts";
import { parseTrace } from "../decide/parse-trace.ts";

const window = { name: "DUPLICATE_WINDOW_MINUTES", value: 30, from: "installation" } as const;
const reengage = { name: "LEAD_REENGAGE_HOURS", value: 24, from: "form" } as const;
const usual: DecisionTrace = {
  rule: "new_lead",
  elapsed_minutes: null,
  setting: null,
  lead: { id: 7, public_id: "lead-7", matched_by: null },
  identities: [{ kind: "email", result: "added", lead_id: 7 }],
  passed_over: [],
  ip_rejected: null,
  test: null,
  event: "lead.created",
  new_contact: [],
  destinations: [{ id: "make", event: "lead.created", status: "pending", reason: "subscribed" }],
  suspicion: { score: 0, reasons: [] },
  notes: [],
};
const explain = (given: Partial<DecisionTrace>) =>
  explainDecision({ ...usual, ...given }, (id) => ({ make: "Demo Make scenario" })[id] ?? id);
const lead = (matched_by: IdentityKind) => ({ id: 7, public_id: "lead-7", matched_by });

const byRule: Record<Rule, [Partial<DecisionTrace>, string]> = {
  new_lead: [{}, "Stored as a new lead: nobody known on this project matches it."],
  contradicted_match: [
    {
      passed_over: [
        { kind: "visitor_id", lead: { id: 3, public_id: "lead-3" }, differs: ["email", "phone", "name"] },
        { kind: "ip", lead: { id: 5, public_id: "lead-5" }, differs: ["name"] },
      ],
      ip_rejected: "other_name",
    },
    "Stored as a new lead: it looks like another person behind the same browser as lead lead-3, whose e-mail, phone and name are others, and the same browser at the same IP address as lead lead-5, whose name is another.",
  ],
  never_sent: [
    { lead: lead("phone") },
    "Stored as a new lead: the same phone is known, but nothing of this person was ever sent.",
  ],
  ip_match_new_contact: [
    { lead: lead("ip"), elapsed_minutes: 3, setting: window, new_contact: ["email", "phone"] },
    "Stored as a duplicate: the same browser at the same IP address came 3 minutes earlier, now with a new e-mail and phone; that may be another person, so whoever takes new leads hears of it.",
  ],
  duplicate_window: [
    { lead: lead("email"), elapsed_minutes: 12, setting: window },
    "Stored as a duplicate: the same e-mail came 12 minutes earlier; within the duplicate window of 30 minutes (the installation's setting) nothing is sent again.",
  ],
  reengage_off: [
    { lead: lead("visitor_id"), elapsed_minutes: 4320, setting: { ...reengage, value: 0 } },
    "Stored as a duplicate: the same browser came 3 days earlier, and re-engaging is switched off (set for this form), so nothing is sent again.",
  ],
  reengage_wait: [
    { lead: lead("email"), elapsed_minutes: 180, setting: reengage },
    "Stored as a duplicate: the same e-mail was there 3 hours earlier; only after 24 hours (set for this form) does a returning person count as re-engaged.",
  ],
  reengaged: [
    { lead: lead("email"), elapsed_minutes: 2880, setting: reengage },
    "Stored as re-engaged: the same e-mail was there 2 days earlier; after 24 hours (set for this form) a returning person is sent again.",
  ],
};

it.each(Object.entries(byRule))("the rule %s is told in a sentence", (rule, [given, sentence]) => {
  expect(explain({ ...given, rule: rule as Rule }).sentences).toContain(sentence);
});

it("one that was received before what is already stored came later than it", () => {
  const [sentence] = explain({ rule: "duplicate_window", elapsed_minutes: -10, setting: window }).sentences;
  expect(sentence).toContain("the same person came 10 minutes later;");
  expect(explain({ rule: "duplicate_window", elapsed_minutes: 0, setting: window }).sentences[0]).toContain(
    "came less than a minute earlier",
  );
});

const byReason: Record<DestinationTrace["reason"], string> = {
  subscribed: "Goes to Demo Make scenario.",
  ip_match_new_contact:
    "Goes to Demo Make scenario as lead.created, because it takes new leads and this may be one.",
  sent_while_d1_down: "Tried at Demo Make scenario while the database was away; it is tried again.",
  not_subscribed: "Not sent to Demo Make scenario: it does not take lead.created (its setting event_types).",
  takes_no_tests:
    "Not sent to Demo Make scenario: it takes no tests (its setting takes_test). `leadrelay destination change make --tests on` has the next ones sent.",
  other_environment:
    "Not sent to Demo Make scenario: it is not marked for the environment this installation runs in (its setting environments).",
  not_a_new_lead: "No reply by Demo Make scenario: the person gets one once, when they are new.",
  too_suspicious:
    "No reply by Demo Make scenario: the lead is more suspicious than it allows (its setting most_suspicion).",
  no_address: "No reply by Demo Make scenario: the person left nothing that it could write to.",
  filtered:
    "Not sent to Demo Make scenario: it does not pass its filter, country is not IN. `leadrelay shape show make` shows the filter; sent on purpose, by name, it goes there all the same.",
  filter_broken:
    "Goes to Demo Make scenario, whose filter cannot be read: it becomes a dead letter that says why, unless that is mended before.",
  opted_out:
    "No reply by Demo Make scenario: whoever has this number answered STOP, and gets messages again when they write START.",
  disabled: "Held for Demo Make scenario: it is disabled; enabled again, it gets it.",
  routed: "Goes to Demo Make scenario by its route (B: its turn).",
  routed_elsewhere: "Not sent to Demo Make scenario when it came in: its route chose another.",
  route_conditions: "Not sent to Demo Make scenario: its conditions in the route keep it out (B: its turn).",
  closed: "Held for Demo Make scenario, which takes no more for now; then it gets it.",
  capped: "Held for Demo Make scenario, which takes no more for now; then it gets it.",
  behind: "Held for Demo Make scenario, which takes no more for now; then it gets it.",
};

it("until when a destination takes no more is told as it was written down", () => {
  const destination = {
    id: "make",
    event: "lead.created",
    status: "held",
    reason: "capped",
    words: "is full until 18:00 IST (50 of 50 an hour)",
  } as const;
  expect(explain({ destinations: [destination] }).destinations[0]?.sentence).toBe(
    "Held for Demo Make scenario, which is full until 18:00 IST (50 of 50 an hour); then it gets it.",
  );
});

it.each(Object.entries(byReason))("the reason %s is told of its destination", (reason, sentence) => {
  const words = reason.startsWith("route")
    ? { words: "B: its turn" }
    : reason === "filtered"
      ? { words: "country is not IN" }
      : {};
  const destination = {
    id: "make",
    event: "lead.created",
    status: "pending",
    reason,
    ...words,
  } as DestinationTrace;
  expect(explain({ destinations: [destination] }).destinations).toEqual([{ id: "make", sentence }]);
});

it("a correction that is not sent names the setting that has the next ones sent, and how to switch it", () => {
  const destination = {
    id: "dst_1",
    event: "lead.updated",
    status: "skipped",
    reason: "not_subscribed",
  } as const;
  expect(explain({ destinations: [destination] }).destinations[0]?.sentence).toBe(
    "Not sent to dst_1: it does not take lead.updated, which brings new contact details of a person who is known (its setting event_types). `leadrelay destination change dst_1 --corrections on` has the next ones sent.",
  );
});

const byStatus: Record<DeliveryStatus, string> = {
  pending: "it is tried again",
  in_flight: "it is tried again",
  held: "it is tried again",
  skipped: "the lead went on to the next of its route",
  cancelled: "it is tried again",
  dead: "it needs a person",
  delivered: "Sent to make",
  confirmed: "Sent to make",
};

it.each(Object.entries(byStatus))("a send while the database was away that is %s says so", (status, said) => {
  const destination = { id: "make", event: "lead.created", reason: "sent_while_d1_down", status } as const;
  const trace = { ...usual, destinations: [destination as DestinationTrace] };
  expect(explainDecision(trace, (id) => id).destinations[0]?.sentence).toContain(said);
});

it.each([
  ["allowed_ip", "It is a test: it came from an address that is listed for testing."],
  ["test_string", "It is a test: it holds one of the client's test strings."],
] as const)("a test by %s says so first", (test, sentence) => {
  expect(explain({ test }).sentences[0]).toBe(sentence);
});

it.each([
  ["outside_duplicate_window", "that was too long ago"],
  ["other_user_agent", "the browser is another"],
  ["other_visitor_id", "the visitor id is another"],
  ["other_email", "the e-mail is another"],
  ["other_phone", "the phone is another"],
] satisfies [Exclude<IpRejection, "other_name">, string][])(
  "a person at the address who is not taken, %s",
  (ip_rejected, said) => {
    expect(explain({ ip_rejected }).sentences.at(-1)).toBe(
      `Somebody known came from the same IP address, but was not taken for the same person: ${said}.`,
    );
  },
);

it("somebody who was passed over before the person was found looks like another", () => {
  const passed_over = [
    { kind: "email", lead: { id: 3, public_id: "lead-3" }, differs: ["phone", "name"] },
  ] as const;
  const repeat = { rule: "duplicate_window", lead: lead("phone"), setting: window } as const;
  expect(explain({ ...repeat, passed_over: [...passed_over] }).sentences.slice(1)).toEqual([
    "Lead lead-3 has the same e-mail, but looks like another person: its phone and name are others.",
  ]);
});

it("a new lead that looks like another is told of once", () => {
  const passed_over = [
    { kind: "ip", lead: { id: 3, public_id: "lead-3" }, differs: ["name"] as const },
  ] as const;
  const { sentences } = explain({
    rule: "contradicted_match",
    passed_over: [...passed_over],
    ip_rejected: "other_name",
  });
  expect(sentences).toEqual([
    "Stored as a new lead: it looks like another person behind the same browser at the same IP address as lead lead-3, whose name is another.",
  ]);
});

it("what was made a lead by hand says whose it was, and by which submission it is told", () => {
  const passed_over: DecisionTrace["passed_over"] = [
    { kind: "email", lead: { id: 3, public_id: "lead-3" }, differs: [] },
  ];
  const made = { rule: "split" as const, passed_over };
  const sentence = "Made a lead of its own by hand: it had been taken for lead lead-3, by the same e-mail.";
  expect(explain(made).sentences).toEqual([sentence]);
  expect(explain({ ...made, event: null, destinations: [] }).sentences).toEqual([
    sentence,
    "The lead is told with another of its submissions.",
  ]);
});

it.each([
  ["visitor_id", "browser"],
  ["email", "e-mail"],
  ["phone", "phone"],
  ["ip", "IP address"],
] satisfies [IdentityKind, string][])("a %s that another lead holds", (kind, name) => {
  const identities = [{ kind, result: "held_by_other_lead", lead_id: 41 }] as const;
  expect(explain({ identities: [...identities] }).sentences.at(-1)).toBe(
    `Its ${name} stays with lead number 41, which had it first.`,
  );
});

it("a repeat that tells nothing new, and one that brings a contact, say whom they reach", () => {
  const repeat = { rule: "duplicate_window", elapsed_minutes: 1, setting: window } as const;
  expect(explain({ ...repeat, event: null, destinations: [] }).sentences).toContain(
    "It tells nothing new, so no destination hears of it.",
  );
  expect(explain({ ...repeat, event: "lead.updated", new_contact: ["phone"] }).sentences).toContain(
    "It brings a new phone, of which destinations that take lead.updated hear.",
  );
  expect(explain({ destinations: [] }).sentences).toContain(
    "The client had no destination then, so nobody hears of it.",
  );
});

it("suspicion and notes are told, codes of another version as they are", () => {
  const suspicion = { score: 60, reasons: ["honeypot", "moon_phase"] };
  const notes = ["sent_while_d1_down", "1 file skipped"];
  expect(explain({ suspicion, notes }).sentences.slice(1)).toEqual([
    "It looks suspicious (60 of 100): it filled a field that people do not see; moon_phase.",
    "It was sent while the database was away, and stored afterwards.",
    "Noted: 1 file skipped.",
  ]);
});

it("a trace is read back as it was written, and what is none is not taken for one", () => {
  expect(parseTrace({ public_id: "s", decision_json: JSON.stringify(usual) })).toEqual(usual);
  for (const text of [
    "",
    "{}",
    "null",
    "[]",
    '{"rule":"toString"}',
    JSON.stringify({ ...usual, lead: null }),
    '{"rule":"new_lead"}',
  ])
    expect(parseTrace({ public_id: "s", decision_json: text })).toBeUndefined();
});

it("whatever is odd is told in order: the test, the rule, the event, the identities, the suspicion, the notes", () => {
  const { sentences } = explain({
    test: "allowed_ip",
    rule: "duplicate_window",
    lead: lead("email"),
    elapsed_minutes: 5,
    setting: window,
    event: "lead.updated",
    new_contact: ["email", "phone"],
    destinations: [],
    identities: [
      { kind: "email", result: "held_by_other_lead", lead_id: 41, lead_public_id: "01a2-lead" },
      { kind: "phone", result: "added", lead_id: 7 },
    ],
    ip_rejected: "other_phone",
    suspicion: {
      score: 100,
      reasons: ["fast_submit", "quick_submit", "invalid_phone", "high_rate"],
    },
    notes: ["1 file skipped"],
  });
  expect(sentences).toEqual([
    "It is a test: it came from an address that is listed for testing.",
    "Stored as a duplicate: the same e-mail came 5 minutes earlier; within the duplicate window of 30 minutes (the installation's setting) nothing is sent again.",
    "It brings a new e-mail and phone, of which destinations that take lead.updated hear.",
    "The client had no destination then, so nobody hears of it.",
    "Its e-mail stays with lead 01a2-lead, which had it first.",
    "Somebody known came from the same IP address, but was not taken for the same person: the phone is another.",
    "It looks suspicious (100 of 100): it was sent within 5 seconds of opening the form; it was sent within 10 seconds of opening the form; its phone number cannot be read; its address posted many times within a minute.",
    "Noted: 1 file skipped.",
  ]);
});

it("a usual decision is told in one sentence", () => {
  expect(explain({}).sentences).toEqual(["Stored as a new lead: nobody known on this project matches it."]);
});

it("a repeat that made no event says nothing of destinations where some were told", () => {
  expect(explain({ event: null }).sentences).toHaveLength(1);
});

it("a new contact at the same address is told once, in the sentence of its rule", () => {
  const given = { rule: "ip_match_new_contact", event: "lead.updated", new_contact: ["email"] } as const;
  expect(explain({ ...given, new_contact: ["email"], lead: lead("ip"), setting: window }).sentences).toEqual([
    "Stored as a duplicate: the same browser at the same IP address came less than a minute earlier, now with a new e-mail; that may be another person, so whoever takes new leads hears of it.",
  ]);
});

it("without the setting that decided, the time set is all that can be said", () => {
  expect(explain({ rule: "reengaged", elapsed_minutes: 2880 }).sentences[0]).toBe(
    "Stored as re-engaged: the same person was there 2 days earlier; after the time set a returning person is sent again.",
  );
});

it("re-engaging that is off for no setting told is the installation's", () => {
  expect(explain({ rule: "reengage_off", elapsed_minutes: 60 }).sentences[0]).toBe(
    "Stored as a duplicate: the same person came 60 minutes earlier, and re-engaging is switched off (the installation's setting), so nothing is sent again.",
  );
});
