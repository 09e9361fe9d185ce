import type { LeadPayload } from "@leadrelay/contracts/lead-payload";
import { describe, expect, it } from "vitest";
import {
  sampleAttempt,
  sampleDestination,
  sampleLead,
  samplePolicy,
  sampleSubmission,
} from "../../test/decide-samples.ts";
import { defaultWeights } from "../suspicion/weights.ts";
import { eventId } from "../ids/derived-id.ts";
import { readPayload } from "../payload/read-payload.ts";
import type { Decided } from "./decided.ts";
import { planEvents } from "./plan-events.ts";

const destinations = [
  sampleDestination,
  {
    ...sampleDestination,
    id: "crm",
    event_types: ["lead.created", "lead.updated", "lead.reengaged"] as const,
  },
];
const client = { id: "client", test_strings: [], suspicion_weights: defaultWeights, destinations };
const context = { policy: samplePolicy, nowMs: 5000, newId: () => "unused" };

const decided = (given: Partial<Decided> = {}): Decided => ({
  submission: sampleSubmission({ id: "s", receivedAt: 40, email: "typed@x.io" }),
  client,
  lead: { ...sampleLead, contact_name: "Asha", submission_count: 3 },
  verdict: { rule: "new_lead", elapsed_minutes: null, setting: null },
  match: { lead: null, by: null, ipRejected: null, passedOver: [] },
  identities: [],
  test: null,
  outcome: "new_lead",
  event: "lead.created",
  newContact: [],
  session: null,
  engagement: null,
  isVpnSuspected: false,
  suspicion: { score: 30, reasons: ["fast_submit"] },
  ...given,
});
const sentDirectly = (given: Partial<Decided> = {}) =>
  decided({ submission: sampleSubmission({ id: "s", direct: { make: [sampleAttempt()] } }), ...given });

/** Which event each destination gets, and why or why not. */
const told = (of: Decided) =>
  planEvents(of, 9, context).traces.map(({ id, event, reason }) => `${id} ${event} ${reason}`);
const payloadOf = (of: Decided) => planEvents(of, 9, context).events.map(readPayload)[0];

describe("what a decision tells", () => {
  it.each<[string, Decided, string[], string[]]>([
    [
      "a new lead is told to all who take new leads",
      decided(),
      ["lead.created"],
      ["make lead.created subscribed", "crm lead.created subscribed"],
    ],
    [
      "a returning person is told to all who take them",
      decided({ event: "lead.reengaged" }),
      ["lead.reengaged"],
      ["make lead.reengaged subscribed", "crm lead.reengaged subscribed"],
    ],
    [
      "a new detail is told to those who take updates",
      decided({ event: "lead.updated" }),
      ["lead.updated"],
      ["make lead.updated not_subscribed", "crm lead.updated subscribed"],
    ],
    [
      "a new detail from a shared address is told to Make too",
      decided({
        event: "lead.updated",
        verdict: { rule: "ip_match_new_contact", elapsed_minutes: 1, setting: null },
      }),
      ["lead.updated"],
      ["make lead.updated ip_match_new_contact", "crm lead.updated subscribed"],
    ],
    ["a repeat with nothing new is told to nobody", decided({ event: null }), [], []],
    [
      "a new lead sent while D1 was down is told to the others alone",
      sentDirectly(),
      ["lead.created"],
      ["crm lead.created subscribed", "make lead.created sent_while_d1_down"],
    ],
    [
      "what turns out a repeat keeps the send that was made of it",
      sentDirectly({ event: null }),
      ["lead.created"],
      ["make lead.created sent_while_d1_down"],
    ],
    [
      "what turns out a return is told as such to the others",
      sentDirectly({ event: "lead.reengaged" }),
      ["lead.reengaged", "lead.created"],
      ["crm lead.reengaged subscribed", "make lead.created sent_while_d1_down"],
    ],
  ])("%s", (_, of, types, traces) => {
    const planned = planEvents(of, 9, context);
    expect(planned.events.map(({ type }) => type)).toEqual(types);
    expect(told(of)).toEqual(traces);
    expect(planned.deliveries.map(({ destination_id }) => destination_id)).toEqual(
      planned.traces.filter(({ status }) => status !== "skipped").map(({ id }) => id),
    );
  });

  it("a repeat with nothing new leaves nothing behind but itself", () => {
    const nothing = {
      events: [],
      deliveries: [],
      moves: [],
      went: {},
      attempts: [],
      letters: [],
      traces: [],
      tallies: [],
      expected: [],
      sentAt: null,
    };
    expect(planEvents(decided({ event: null }), 9, context)).toEqual(nothing);
  });

  it("a test is told only where tests are taken", () => {
    expect(told(decided({ test: "allowed_ip" }))).toEqual([
      "make lead.created takes_no_tests",
      "crm lead.created takes_no_tests",
    ]);
  });

  it("outside production only marked destinations are told", () => {
    const policy = { ...samplePolicy, environment: "development" } as const;
    expect(planEvents(decided(), 9, { ...context, policy }).deliveries).toEqual([]);
  });
});

describe("an event", () => {
  it("stands under an id of its submission and type, with the payload as it was then", () => {
    const [event] = planEvents(decided(), 9, context).events;
    expect(event).toMatchObject({
      lead_id: 7,
      id: eventId("s", "lead.created"),
      client_id: "client",
      type: "lead.created",
      submission_public_id: "s",
      created_at: 5000,
    });
  });

  it("says of the lead what is known of it now, and of the submission what it was", () => {
    expect(payloadOf(decided())).toMatchObject({
      lead_id: 7,
      lead_public_id: "lead-7",
      lead_submission_id: 9,
      lead_submission_public_id: "s",
      first_name: "Asha",
      email: "a@x.io",
      phone_mobile: null,
      form_submit_count: 3,
      suspicion_score: 30,
      suspicion_reasons: "fast_submit",
      is_duplicate: "no",
      test_lead: "no",
      dev_environment: "no",
    });
  });

  it.each<[string, Partial<Decided>, Partial<LeadPayload>]>([
    ["a return is a duplicate", { event: "lead.reengaged" }, { is_duplicate: "yes" }],
    ["an update is a duplicate", { event: "lead.updated" }, { is_duplicate: "yes" }],
    ["a test by its address is a test", { test: "allowed_ip" }, { test_lead: "yes" }],
    ["a test by its words is a test", { test: "test_string" }, { test_lead: "yes" }],
  ])("to a CRM, %s", (_, given, expected) => {
    expect(payloadOf(decided(given))).toMatchObject(expected);
  });

  it("of a send made while D1 was down is never a duplicate: that is what was sent", () => {
    const events = planEvents(sentDirectly({ event: "lead.reengaged" }), 9, context).events;
    expect(events.map((event) => readPayload(event).is_duplicate)).toEqual(["yes", "no"]);
  });
});

describe("a delivery", () => {
  it("belongs to its event, form and time of submission", () => {
    const planned = planEvents(decided(), 9, context);
    expect(planned.deliveries[0]).toMatchObject({
      event_id: eventId("s", "lead.created"),
      lead_id: 7,
      client_id: "client",
      form_id: "form",
      submitted_at: 40,
      created_at: 5000,
    });
    expect(planned).toMatchObject({ attempts: [], letters: [], sentAt: null });
  });

  it("made while D1 was down brings its attempts, its letter and the time it arrived", () => {
    const arrived = sampleAttempt({ started_at: 77 });
    const refused = sampleAttempt({ outcome: "refused", status_code: 400 });
    const direct = { make: [arrived], crm: [refused] };
    const planned = planEvents(decided({ submission: sampleSubmission({ direct }) }), 9, context);
    expect(planned.attempts).toHaveLength(2);
    expect(planned.letters).toMatchObject([{ cause: "refused", destination_id: "crm", submission_id: "s" }]);
    expect(planned.sentAt).toBe(77);
  });
});
