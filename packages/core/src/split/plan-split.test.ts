import { describe, expect, it } from "vitest";
import { sampleDestination, sampleLead } from "../../test/decide-samples.ts";
import { traceIn } from "../../test/stored-texts.ts";
import type { DecisionTrace } from "../decide/decision-trace.ts";
import { deliveryId, eventId } from "../ids/derived-id.ts";
import type { IdentityKind } from "../identity/identity.ts";
import { packPayload } from "../payload/pack-payload.ts";
import { readPayload } from "../payload/read-payload.ts";
import { usualPayload } from "../payload/stored-payload.ts";
import { planSplit } from "./plan-split.ts";
import { refuseSplit } from "./refuse-split.ts";
import type { SplitFacts, SplitSubmission } from "./split-facts.ts";

const { went_out: _, ...lead } = { ...sampleLead, submission_count: 3, visitor_id: "v1" };
const minuteMs = 60_000;

const traceOf = (kinds: readonly IdentityKind[], more: Partial<DecisionTrace> = {}): DecisionTrace => ({
  rule: "duplicate_window",
  elapsed_minutes: 1,
  setting: null,
  lead: { id: 7, public_id: "lead-7", matched_by: "email" },
  identities: kinds.map((kind) => ({ kind, result: "same_lead", lead_id: 7 })),
  passed_over: [],
  ip_rejected: null,
  test: null,
  event: null,
  new_contact: [],
  destinations: [],
  suspicion: { score: 5, reasons: ["fast_submit"] },
  notes: ["noted"],
  ...more,
});

interface Given extends Partial<SplitSubmission> {
  visitor?: string;
  ip?: string;
  agent?: string;
  told?: Partial<ReturnType<typeof usualPayload>>;
}

function submission(number: number, { visitor, ip, agent, told = {}, ...given }: Given): SplitSubmission {
  const public_id = `s${number}`;
  const kinds: IdentityKind[] = [
    ...(visitor === undefined ? [] : ["visitor_id" as const]),
    ...(typeof given.contact_email === "string" ? ["email" as const] : []),
    ...(typeof given.contact_phone === "string" ? ["phone" as const] : []),
    ...(ip === undefined ? [] : ["ip" as const]),
  ];
  const place = { lead_id: 7, type: "lead.updated", submission_public_id: public_id } as const;
  return {
    id: 100 + number,
    public_id,
    submission_number: number,
    form_id: "form",
    outcome: number === 1 ? "new_lead" : "duplicate",
    contact_name: null,
    contact_email: null,
    contact_phone: null,
    page_url: null,
    attribution_json: null,
    payload_json: "{}",
    submitted_at: number * minuteMs,
    unsent: number === 1 ? null : "duplicate_window",
    trace: traceOf(kinds),
    frozen: {
      payload: {
        ...usualPayload(place),
        visitor_id: visitor ?? null,
        user_ip: ip ?? null,
        user_agent: agent ?? null,
        ...told,
      },
      attribution: { first: null, latest: null },
    },
    deliveries: [],
    ...given,
  };
}

const anna = { contact_name: "Anna Bell", contact_email: "desk@x.io", contact_phone: "+91-9999999999" };
const bob = { contact_name: "Bob Bell", contact_email: "bob@x.io", contact_phone: "+91-8888812345" };
const usual = [
  submission(1, { ...anna, visitor: "v1", ip: "203.0.113.7", agent: "firefox" }),
  submission(2, { ...bob, contact_email: "desk@x.io", visitor: "v1", ip: "203.0.113.8", agent: "chrome" }),
  submission(3, { ...bob, contact_phone: "12345", visitor: "v2", ip: "203.0.113.8" }),
];

function split(
  chosen: readonly string[] = ["s2", "s3"],
  submissions: readonly SplitSubmission[] = usual,
  more: Partial<SplitFacts> = {},
) {
  const ids = { id: 9, public_id: "lead-9" };
  const facts: SplitFacts = {
    lead,
    submissions,
    destinations: [sampleDestination],
    environment: "production",
    mappings: new Map(),
    nowMs: 999,
    ids,
    ...more,
  };
  return planSplit(facts, new Set(chosen));
}

describe("of the chosen submissions", () => {
  it("a lead is made, of what was given last and can be read", () => {
    expect(split().newLead).toEqual({
      ...lead,
      id: 9,
      public_id: "lead-9",
      contact_name: "Bob Bell",
      contact_email: "bob@x.io",
      contact_phone: "+91-8888812345",
      visitor_id: "v2",
      user_agent: "chrome",
      submission_count: 2,
      suspicion_score: 5,
      first_submitted_at: 2 * minuteMs,
      last_submitted_at: 3 * minuteMs,
      last_sent_at: null,
      first_attribution_json: null,
      latest_attribution_json: null,
    });
  });

  it("what cannot be read is kept where nothing else was given", () => {
    const odd = [usual[0], submission(2, { contact_email: "none", contact_phone: "12" })].flatMap(
      (one) => one ?? [],
    );
    expect(split(["s2"], odd).newLead).toMatchObject({ contact_email: "none", contact_phone: "12" });
  });

  it("the order they came in counts, not their numbers", () => {
    const late = [
      submission(1, anna),
      submission(2, { ...bob, submitted_at: 5 * minuteMs }),
      submission(3, { contact_name: "Bobby", submitted_at: 4 * minuteMs, form_id: "other" }),
    ];
    const { newLead, moves, event } = split(["s2", "s3"], late);
    expect(newLead).toMatchObject({
      contact_name: "Bob Bell",
      form_id: "other",
      first_submitted_at: 4 * minuteMs,
      last_submitted_at: 5 * minuteMs,
    });
    expect(moves.map(({ public_id, submission_number }) => [public_id, submission_number])).toEqual([
      ["s3", 1],
      ["s2", 2],
    ]);
    expect(event.submission_public_id).toBe("s3");
  });

  it("the first is a new lead, the others its repeats; tests stay tests", () => {
    expect(split().moves.map(({ outcome }) => outcome)).toEqual(["new_lead", "duplicate"]);
    const test = split(["s2"], usual, { lead: { ...lead, is_test: true } });
    expect(test.moves.map(({ outcome }) => outcome)).toEqual(["test"]);
  });

  it("the statistics are put right", () => {
    const at = { client_id: "client", day: 0, form_id: "form", half_hour: 0, origin: null, at: 2 * minuteMs };
    expect(split().outcomes).toEqual([
      { ...at, outcome: "duplicate", value: -1 },
      { ...at, outcome: "new_lead", value: 1 },
    ]);
  });

  it("the trace tells whose they were, by what, and who hears of it", () => {
    const { moves } = split();
    const [first, second] = moves.map(traceIn);
    expect(first).toEqual({
      rule: "split",
      elapsed_minutes: null,
      setting: null,
      lead: { id: 9, public_id: "lead-9", matched_by: null },
      identities: [
        { kind: "visitor_id", result: "held_by_other_lead", lead_id: 7, lead_public_id: "lead-7" },
        { kind: "email", result: "held_by_other_lead", lead_id: 7, lead_public_id: "lead-7" },
        { kind: "phone", result: "added", lead_id: 9 },
        { kind: "ip", result: "added", lead_id: 9 },
      ],
      passed_over: [{ kind: "email", lead: { id: 7, public_id: "lead-7" }, differs: [] }],
      ip_rejected: null,
      test: null,
      event: "lead.created",
      new_contact: [],
      destinations: [
        {
          id: "make",
          event: "lead.created",
          status: "pending",
          reason: "subscribed",
          delivery_public_id: deliveryId(eventId("s2", "lead.created"), "make"),
        },
      ],
      suspicion: { score: 5, reasons: ["fast_submit"] },
      notes: ["noted"],
    });
    expect(second).toMatchObject({ rule: "split", event: null, destinations: [] });
  });

  it("what a third lead has stays there", () => {
    const identities = [{ kind: "phone", result: "held_by_other_lead", lead_id: 3 }] as const;
    const held = submission(2, { ...bob, trace: traceOf([], { identities: [...identities] }) });
    const { moves } = split(["s2"], [submission(1, anna), held]);
    expect(moves.map(traceIn)[0]?.identities).toEqual(identities);
  });

  it("one whose decision cannot be read goes along all the same", () => {
    const { moves, identities } = split(
      ["s2"],
      [submission(1, anna), submission(2, { ...bob, trace: null })],
    );
    expect(moves.map(traceIn)).toMatchObject([
      {
        identities: [],
        passed_over: [{ kind: "visitor_id" }],
        suspicion: { score: 0, reasons: [] },
        notes: [],
      },
    ]);
    expect(identities.map(({ kind }) => kind)).toEqual(["email", "phone"]);
  });
});

describe("the lead that is left", () => {
  it("is as the others alone make it, and its count grows, so that whoever read it before is overtaken", () => {
    expect(split().oldLead).toEqual({
      ...lead,
      contact_name: "Anna Bell",
      contact_email: "desk@x.io",
      contact_phone: "+91-9999999999",
      visitor_id: "v1",
      user_agent: "firefox",
      submission_count: 4,
      suspicion_score: 5,
      first_submitted_at: minuteMs,
      last_submitted_at: minuteMs,
      first_attribution_json: null,
      latest_attribution_json: null,
    });
  });

  it.each<[string, string | undefined, string | null, string | null]>([
    ["keeps a browser that nobody told", "v2", "v1", "v1"],
    ["loses a browser that is theirs who go", "v1", "v1", null],
    ["has none where it had none", undefined, null, null],
  ])("%s", (_, visitor, before, after) => {
    const going = submission(2, { ...bob, ...(visitor !== undefined && { visitor }) });
    const { oldLead } = split(["s2"], [submission(1, anna), going], {
      lead: { ...lead, visitor_id: before },
    });
    expect([oldLead.visitor_id, oldLead.user_agent]).toEqual([after, "firefox"]);
  });

  it("keeps what both were known under; the rest goes, the words of their names too", () => {
    const { identities, nameWords } = split();
    expect(identities.map(({ kind, value }) => [kind, value])).toEqual([
      ["phone", "+91-8888812345"],
      ["ip", "203.0.113.8"],
      ["visitor_id", "v2"],
      ["email", "bob@x.io"],
      ["phone", "12345"],
    ]);
    expect(identities[0]).toMatchObject({ client_id: "client", is_test: false, project_key: "" });
    expect(nameWords).toEqual({ added: ["bob", "bell"], dropped: ["bob"] });
  });
});

describe("the new lead is told", () => {
  it("once, as it stands, with what was told or kept of the submission before", () => {
    const told = { project_name: "Villa", country_code: "+49", phone_mobile: "+49-1", user_city: "Pune" };
    const [first, second, third] = usual;
    const going = submission(2, { ...bob, told });
    const { event, deliveries } = split(
      ["s2", "s3"],
      [first, going, third].flatMap((one) => one ?? []),
    );
    expect(second).toBeDefined();
    expect(event).toMatchObject({
      id: eventId("s2", "lead.created"),
      lead_id: 9,
      client_id: "client",
      created_at: 999,
    });
    expect(readPayload(event)).toEqual({
      ...usualPayload(event),
      ...told,
      first_name: "Bob Bell",
      email: "bob@x.io",
      email1: "bob@x.io",
      phone_mobile: "+91-8888812345",
      country_code: "+91",
      form_submit_count: 2,
      lead_public_id: "lead-9",
      lead_submission_id: 102,
    });
    expect(deliveries).toMatchObject([
      { lead_id: 9, event_id: event.id, destination_id: "make", status: "pending", form_id: "form" },
    ]);
    expect(deliveries[0]?.submitted_at).toBeNull();
  });

  it("with the country code that was given where the phone is the one it was given with", () => {
    const told = { phone_mobile: bob.contact_phone, country_code: "0091" };
    const { event } = split(["s2"], [submission(1, anna), submission(2, { ...bob, told })]);
    expect(readPayload(event).country_code).toBe("0091");
    const none = split(["s2"], [submission(1, anna), submission(2, { contact_email: "b@x.io" })]).event;
    expect(readPayload(none).country_code).toBeNull();
  });

  it("by contact and project alone where nothing else was kept of it", () => {
    const bare: SplitSubmission = { ...submission(2, bob), frozen: null };
    const { event } = split(["s2"], [submission(1, anna), bare], { lead: { ...lead, project: "Villa" } });
    expect(readPayload(event)).toMatchObject({
      project_name: "Villa",
      first_name: "Bob Bell",
      user_ip: null,
    });
  });

  it("as a test, and as one of this environment, where it is", () => {
    const { event } = split(["s2"], usual, { lead: { ...lead, is_test: true }, environment: "development" });
    expect(readPayload(event)).toMatchObject({ test_lead: "yes", dev_environment: "yes" });
  });

  it("to nobody who heard of the submission as a new lead; another tells of the lead where one can", () => {
    const delivery = {
      event_id: eventId("s2", "lead.created"),
      type: "lead.created",
      destination_id: "make",
      public_id: "d",
      status: "delivered",
    } as const;
    const told = submission(2, { ...bob, deliveries: [delivery] });
    const alone = split(["s2"], [submission(1, anna), told]);
    expect([alone.deliveries, alone.traces, alone.cancelled]).toEqual([[], [], []]);
    expect(alone.moves[0]?.unsent).toBeNull();
    const both = split(["s2", "s3"], [submission(1, anna), told, submission(3, bob)]);
    expect(both.event.submission_public_id).toBe("s3");
    expect(both.deliveries).toHaveLength(1);
    expect(both.moves.map(({ outcome }) => outcome)).toEqual(["duplicate", "new_lead"]);
  });

  it.each([
    ["pending", true],
    ["held", true],
    ["in_flight", false],
    ["delivered", false],
    ["dead", false],
  ] as const)("what is %s of it as the lead it leaves is cancelled: %s", (status, isCancelled) => {
    const delivery = {
      event_id: "e",
      type: "lead.updated",
      destination_id: "crm",
      public_id: "d",
      status,
    } as const;
    const { cancelled } = split(
      ["s2"],
      [submission(1, anna), submission(2, { ...bob, deliveries: [delivery] })],
    );
    expect(cancelled).toHaveLength(isCancelled ? 1 : 0);
  });
});

describe("what is not sent", () => {
  it("is not sent any more of what tells of the lead, and for its release the lead's of the others", () => {
    const { moves } = split();
    expect(
      moves.map(({ from, unsent, unsent_payload }) => [from.unsent, unsent, unsent_payload === null]),
    ).toEqual([
      ["duplicate_window", null, true],
      ["duplicate_window", "duplicate_window", false],
    ]);
    const place = { lead_id: 9, type: "lead.reengaged", submission_public_id: "s3" } as const;
    expect(readPayload({ ...place, payload_json: moves[1]?.unsent_payload ?? "" })).toMatchObject({
      first_name: "Bob Bell",
      is_duplicate: "yes",
      form_submit_count: 2,
      lead_public_id: "lead-9",
      lead_submission_id: 103,
      lead_id: 9,
    });
    expect(packPayload(usualPayload(place), place)).toBe("1[0]");
  });

  it.each<[string, Given]>([
    ["was sent, or released", { unsent: null }],
    ["told nothing that can be read", { frozen: null }],
  ])("keeps no payload of one that %s", (_, given) => {
    const { moves } = split(["s2", "s3"], [submission(1, anna), submission(2, bob), submission(3, given)]);
    expect(moves[1]?.unsent_payload).toBeNull();
  });

  it("is the new lead itself where no destination takes it, or none takes tests", () => {
    expect(split(["s2"], usual, { destinations: [] }).moves[0]?.unsent).toBe("no_destination");
    const test = submission(2, { ...bob, trace: traceOf([], { test: "test_string" }) });
    const { moves } = split(["s2"], [submission(1, anna), test], { lead: { ...lead, is_test: true } });
    expect(moves[0]?.unsent).toBe("test");
    expect(traceIn(moves[0] ?? { public_id: "", decision_json: "" }).test).toBe("test_string");
  });
});

it.each<[string, string[], string | null]>([
  ["some of it", ["s2"], null],
  ["all but the first", ["s2", "s3"], null],
  ["all of it", ["s1", "s2", "s3"], "all"],
  ["the first", ["s1"], "first"],
])("a split of %s", (_, chosen, reason) => {
  expect(refuseSplit(usual.toReversed(), new Set(chosen))).toBe(reason);
});

describe("of destinations that share a route", () => {
  const member = (id: string, position: number, conditions: Record<string, unknown> | null = null) => ({
    ...sampleDestination,
    id,
    route: {
      route_id: "r",
      mode: "first_accepting" as const,
      counted_from: 1,
      position,
      weight: 1,
      conditions,
      overflow_minutes: null,
    },
  });
  const only = { "fields.budget": { $gte: 9000 } };
  const toldAt = (destination_id: string) => [
    submission(1, anna),
    submission(2, {
      ...bob,
      deliveries: [
        { event_id: "e", type: "lead.created", destination_id, public_id: "d", status: "delivered" },
      ],
    }),
  ];

  it.each<[string, SplitSubmission[], ReturnType<typeof member>[], string[], string]>([
    [
      "the first hears of the new lead, whatever became of the one it was",
      usual,
      [member("a", 0), member("b", 1)],
      ["a"],
      "a",
    ],
    ["nobody does whose conditions keep it out", usual, [member("a", 0, only), member("b", 1)], ["b"], "b"],
    [
      "none does where one was told of it before: it is that one's",
      toldAt("b"),
      [member("a", 0), member("b", 1)],
      [],
      "b",
    ],
  ])("%s", (_, submissions, destinations, told, has) => {
    const plan = split(submissions === usual ? ["s2", "s3"] : ["s2"], submissions, {
      destinations,
      lead: { ...lead, routed_json: '{"r":"b"}' },
    });
    expect(plan.deliveries.map(({ destination_id }) => destination_id)).toEqual(told);
    expect(plan.newLead.routed_json).toBe(JSON.stringify({ r: has }));
    expect(plan.oldLead.routed_json).toBe('{"r":"b"}');
  });
});
