import type { DestinationLimits } from "@leadrelay/contracts/destination-limits";
import { describe, expect, it } from "vitest";
import { toldLead } from "../../test/told-lead.ts";
import { sampleAttempt, sampleDestination } from "../../test/decide-samples.ts";
import { deliveryId } from "../ids/derived-id.ts";
import { countIn, tallyKey } from "../tallies/tally.ts";
import type { DestinationFacts } from "./facts.ts";
import { leadValues } from "../shape/lead-values.ts";
import type { StoredFilter } from "../shape/stored-filter.ts";
import { planDeliveries, type PlannedEvent } from "./plan-deliveries.ts";

const event: PlannedEvent = {
  id: "e",
  type: "lead.created",
  lead_id: 4,
  client_id: "client",
  form_id: "form",
  submitted_at: 1,
  source: "facebook",
  reachesCreatedOnly: false,
};
const replying = { reply: { channel: "email", most_suspicion: 29 } } as const;
const person = {
  answered: { isNew: true, suspicion: 0, email: "asha@example.com", phone: null, isOptedOut: false },
};
const values = () => leadValues(toldLead({ user_country: "IN" }));
const live = { environment: "production", isTest: false, nowMs: 5, direct: {}, values } as const;
const plan = (destination: Partial<DestinationFacts>, given: object = {}, of: Partial<PlannedEvent> = {}) =>
  planDeliveries({ ...event, ...of }, [{ ...sampleDestination, ...destination }], { ...live, ...given });

const test = { isTest: true };
const development = { environment: "development" };
const update = { type: "lead.updated" } as const;
const shared = { ...update, reachesCreatedOnly: true };
const updatesOnly = { event_types: ["lead.updated"] } as const;
const nowhere = { environments: [] };

const office: DestinationLimits = {
  time_zone: "UTC",
  week_starts: "monday",
  caps: [],
  hours: { monday: ["09:00-18:00"] },
  holidays: [],
};
const oneInAll = { per: "total", leads: 1, source: null } as const;
const counted = (subject: string) => countIn(new Map([[tallyKey(subject, "all"), 1]]));
const down = { state: "down", since: 1 } as const;

describe("who hears of an event", () => {
  it.each<[string, Partial<DestinationFacts>, object, Partial<PlannedEvent>, string, string]>([
    ["a subscribed destination gets it now", {}, {}, {}, "pending", "subscribed"],
    ["one that takes other events does not", updatesOnly, {}, {}, "skipped", "not_subscribed"],
    ["one that takes none does not", { event_types: [] }, {}, {}, "skipped", "not_subscribed"],
    ["a re-engaged lead reaches Make", {}, {}, { type: "lead.reengaged" }, "pending", "subscribed"],
    ["an update does not reach Make by default", {}, {}, update, "skipped", "not_subscribed"],
    ["an update reaches who asked for updates", updatesOnly, {}, update, "pending", "subscribed"],
    ["a detail from a shared address reaches Make too", {}, {}, shared, "pending", "ip_match_new_contact"],
    ["and who asked for updates, for that reason", updatesOnly, {}, shared, "pending", "subscribed"],
    [
      "but not who takes neither",
      { event_types: ["lead.reengaged"] },
      {},
      shared,
      "skipped",
      "not_subscribed",
    ],
    ["a new person gets a reply", replying, person, {}, "pending", "subscribed"],
    ["a person who is no longer waiting for one gets none", replying, {}, {}, "skipped", "not_a_new_lead"],
    [
      "who came before gets none",
      replying,
      { answered: { ...person.answered, isNew: false } },
      {},
      "skipped",
      "not_a_new_lead",
    ],
    [
      "a test gets none, whatever it takes",
      { ...replying, takes_test: true },
      { ...person, ...test },
      {},
      "skipped",
      "takes_no_tests",
    ],
    [
      "who may be no person gets none",
      replying,
      { answered: { ...person.answered, suspicion: 30 } },
      {},
      "skipped",
      "too_suspicious",
    ],
    [
      "who left no address gets none",
      replying,
      { answered: { ...person.answered, email: null } },
      {},
      "skipped",
      "no_address",
    ],
    ["a disabled destination keeps it held", { enabled: false }, {}, {}, "held", "disabled"],
    ["one that is out of its hours keeps it held", { limits: office }, {}, {}, "held", "closed"],
    [
      "one that is full keeps it held",
      { limits: { ...office, hours: null, caps: [oneInAll] } },
      { countOf: counted("cap:make") },
      {},
      "held",
      "capped",
    ],
    [
      "one that has room gets it now",
      { limits: { ...office, hours: null, caps: [oneInAll] } },
      { countOf: counted("cap:other") },
      {},
      "pending",
      "subscribed",
    ],
    [
      "one at which others wait keeps it held behind them",
      { limits: { ...office, hours: null } },
      { countOf: counted("held:make") },
      {},
      "held",
      "behind",
    ],
    [
      "a full one keeps nothing it does not take",
      { limits: office },
      {},
      update,
      "skipped",
      "not_subscribed",
    ],
    ["one that is down is asked by what waits", { health: down }, {}, {}, "pending", "subscribed"],
    [
      "a disabled one keeps a detail from a shared address",
      { enabled: false },
      {},
      shared,
      "held",
      "disabled",
    ],
    [
      "a disabled one keeps nothing it does not take",
      { enabled: false },
      {},
      update,
      "skipped",
      "not_subscribed",
    ],
    ["a test goes nowhere where none are taken", {}, test, {}, "skipped", "takes_no_tests"],
    ["a test goes where tests are taken", { takes_test: true }, test, {}, "pending", "subscribed"],
    ["a live lead goes where tests are taken too", { takes_test: true }, {}, {}, "pending", "subscribed"],
    ["outside production only marked ones receive", {}, development, {}, "skipped", "other_environment"],
    [
      "marked ones receive outside production",
      { environments: ["development"] },
      development,
      {},
      "pending",
      "subscribed",
    ],
    ["one marked for nothing receives nothing", nowhere, {}, {}, "skipped", "other_environment"],
    [
      "a disabled one of elsewhere keeps nothing",
      { ...nowhere, enabled: false },
      {},
      {},
      "skipped",
      "other_environment",
    ],
    [
      "a disabled one that takes no tests keeps none",
      { enabled: false },
      test,
      {},
      "skipped",
      "takes_no_tests",
    ],
  ])("%s", (_, destination, given, of, status, reason) => {
    const { rows, traces } = plan(destination, given, of);
    const id = deliveryId("e", "make");
    const named = { id: "make", event: of.type ?? "lead.created", status, reason };
    expect(traces).toMatchObject([status === "skipped" ? named : { ...named, delivery_public_id: id }]);
    expect(rows.map((row) => [row.public_id, row.status])).toEqual(
      status === "skipped" ? [] : [[id, status]],
    );
  });

  it("is every destination, each judged by itself", () => {
    const destinations = [
      { ...sampleDestination, id: "a" },
      { ...sampleDestination, id: "b", enabled: false },
      { ...sampleDestination, id: "c", event_types: [] },
    ];
    const { rows, traces } = planDeliveries(event, destinations, live);
    expect(rows.map(({ destination_id, status }) => [destination_id, status])).toEqual([
      ["a", "pending"],
      ["b", "held"],
    ]);
    expect(traces.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("is nobody who was sent to while D1 was down", () => {
    expect(plan({}, { direct: { make: [sampleAttempt()] } })).toMatchObject({
      rows: [],
      traces: [],
      held: [],
    });
    expect(plan({}, { direct: { other: [sampleAttempt()] } }).rows).toHaveLength(1);
  });
});

describe("what is held because its destination is full or closed", () => {
  it("says in words until when, and is told apart, so that it can be marked", () => {
    const { traces, held, rows } = plan({ limits: office });
    expect(traces[0]?.words).toBe("is closed until Monday 09:00 UTC");
    expect(held).toEqual([{ destination_id: "make", source: null }]);
    expect(rows[0]?.held_source).toBeUndefined();
  });

  it("waits apart where only leads of its source do", () => {
    const limits = { ...office, hours: null, caps: [{ ...oneInAll, source: "Facebook" }] };
    const { held, rows } = plan({ limits }, { countOf: counted("cap:make:facebook") });
    expect(rows).toMatchObject([{ status: "held", held_source: "facebook" }]);
    expect(held).toEqual([{ destination_id: "make", source: "facebook" }]);
  });

  it("is not told apart where its destination is off, or gets it", () => {
    expect(plan({ enabled: false, limits: office }).held).toEqual([]);
    expect(plan({}).held).toEqual([]);
    expect(plan({ enabled: false }).traces[0]?.words).toBeUndefined();
  });
});

describe("a new delivery", () => {
  const row = {
    lead_id: 4,
    event_id: "e",
    destination_id: "make",
    public_id: deliveryId("e", "make"),
    client_id: "client",
    status: "pending",
    attempts: 0,
    max_attempts: 10,
    next_attempt_at: 5,
    lease_until: null,
    settled_at: null,
    created_at: 5,
    last_status_code: null,
    last_error: null,
    dead_letter_id: null,
    form_id: "form",
    submitted_at: 1,
  };

  it("is due at once, with all its tries before it", () => {
    expect(plan({}).rows).toEqual([row]);
  });

  it("that is held is not due", () => {
    expect(plan({ enabled: false }).rows).toEqual([{ ...row, status: "held", next_attempt_at: null }]);
  });
});

describe("a filter", () => {
  const inIndia: StoredFilter = { field: "country", sign: "$eq", value: "IN" };
  const inDubai: StoredFilter = { field: "country", sign: "$eq", value: "AE" };

  it.each<[string, Partial<DestinationFacts>, object, object]>([
    ["lets through who passes it", { filter: inIndia }, {}, { status: "pending", reason: "subscribed" }],
    [
      "keeps out who does not, and says why",
      { filter: inDubai },
      {},
      { status: "skipped", reason: "filtered", words: "country is not AE" },
    ],
    ["keeps nothing held for who does not", { filter: inDubai, enabled: false }, {}, { status: "skipped" }],
    [
      "is not asked where nobody listens",
      { filter: inDubai, ...updatesOnly },
      {},
      { reason: "not_subscribed" },
    ],
    ["is not asked of a test that is not taken", { filter: inDubai }, test, { reason: "takes_no_tests" }],
    [
      "that cannot be read keeps nobody out: its delivery tells of it",
      { filter: "broken" },
      {},
      { status: "pending", reason: "filter_broken" },
    ],
  ])("%s", (_what, destination, given, trace) => {
    const { rows, traces } = plan(destination, given);
    expect(traces).toMatchObject([trace]);
    expect(rows).toHaveLength("status" in trace && trace.status === "pending" ? 1 : 0);
  });

  it("reads a lead once, however many ask, and never where none does", () => {
    let times = 0;
    const counted = { values: () => ((times += 1), values()) };
    planDeliveries(event, [sampleDestination], { ...live, ...counted });
    expect(times).toBe(0);
    const asking = ["a", "b"].map((id) => ({ ...sampleDestination, id, filter: inIndia }));
    planDeliveries(event, asking, { ...live, ...counted });
    expect(times).toBe(1);
  });
});
