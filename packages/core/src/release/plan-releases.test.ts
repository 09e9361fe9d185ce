import { describe, expect, it } from "vitest";
import type { LeadAttribution } from "@leadrelay/contracts/attribution";
import { sampleDestination } from "../../test/decide-samples.ts";
import type { DestinationFacts } from "../decide/facts.ts";
import { compileMapping } from "../fields/field-mapping.ts";
import { deliveryId, eventId } from "../ids/derived-id.ts";
import { readFrozen, readPayload } from "../payload/read-payload.ts";
import { usualPayload } from "../payload/stored-payload.ts";
import { readShape } from "../shape/read-shape.ts";
import { storedFilter } from "../shape/stored-filter.ts";
import { planReleases, type Releasable } from "./plan-releases.ts";

const attribution: LeadAttribution = { first: null, latest: null };
const submission: Releasable = {
  lead_id: 7,
  public_id: "s1",
  client_id: "client",
  form_id: "form",
  submitted_at: 1_000,
  isTest: false,
  wentOut: true,
  routed_json: null,
  frozen: {
    payload: {
      ...usualPayload({ lead_id: 7, type: "lead.reengaged", submission_public_id: "s1" }),
      first_name: "Asha",
      form_submit_count: 2,
    },
    attribution,
  },
  payload_json: JSON.stringify({ budget: "7000", message: "Call me" }),
};
const destination: DestinationFacts = { ...sampleDestination, id: "make" };
const mappings = new Map([["wishes", compileMapping({ your_wish: "message" })]]);
const plan = (
  given: Partial<Releasable> | Partial<Releasable>[] = {},
  destinations: readonly DestinationFacts[] = [destination],
  to: readonly string[] | null = null,
) =>
  planReleases(
    [given].flat().map((one) => ({ ...submission, ...one })),
    { destinations, to, environment: "production", nowMs: 5_000, mappings },
  ).map(({ release }) => release);

it("a repeat goes to whoever takes returning leads, under the ids it always had", () => {
  const event = eventId("s1", "lead.reengaged");
  expect(plan()).toMatchObject([
    {
      kind: "release",
      event: { id: event, lead_id: 7, type: "lead.reengaged", created_at: 5_000, client_id: "client" },
      deliveries: [
        {
          public_id: deliveryId(event, "make"),
          event_id: event,
          destination_id: "make",
          status: "pending",
          submitted_at: null,
          form_id: "form",
          max_attempts: 10,
        },
      ],
    },
  ]);
});

it("what it tells is what was frozen when it came", () => {
  const [release] = plan();
  if (release?.kind !== "release") throw new Error("it is released");
  expect(readFrozen(release.event)).toEqual({
    payload: { ...submission.frozen?.payload, is_duplicate: "yes" },
    attribution,
  });
});

it("the first of a lead that never went out is its lead.created, the next comes back", () => {
  const both = plan([
    { wentOut: false },
    { wentOut: false, public_id: "s2" },
    { wentOut: false, lead_id: 8 },
  ]);
  const told = both.map((release) => (release.kind === "release" ? release.event : undefined));
  expect(told.map((event) => event?.type)).toEqual(["lead.created", "lead.reengaged", "lead.created"]);
  expect(told.map((event) => event && readPayload(event).is_duplicate)).toEqual(["no", "yes", "no"]);
});

it("one that is not released leaves its lead as it was", () => {
  const [skipped, sent] = plan([{ wentOut: false, frozen: null }, { wentOut: false }]);
  expect([skipped, sent]).toMatchObject([
    { kind: "skip", reason: "erased" },
    { kind: "release", event: { type: "lead.created" } },
  ]);
});

const off = { ...destination, id: "off", enabled: false };
const elsewhere: DestinationFacts = { ...destination, id: "staging", environments: ["development"] };
const news: DestinationFacts = { ...destination, id: "news", event_types: ["lead.updated"] };
const created: DestinationFacts = { ...destination, id: "created", event_types: ["lead.created"] };

it.each<[string, Partial<Releasable>, DestinationFacts[], string[] | null, string]>([
  ["nobody is there", {}, [], null, "no_destination"],
  ["nobody takes it", {}, [news], null, "no_destination"],
  ["it comes back, and is told as new alone", {}, [created], null, "no_destination"],
  ["those who take it are of another environment", {}, [news, elsewhere], null, "other_environment"],
  [
    "it is a test, and nobody takes those",
    { isTest: true },
    [news, destination, elsewhere],
    null,
    "takes_no_tests",
  ],
  ["whoever is named is not there", {}, [destination], ["gone"], "no_destination"],
  [
    "whoever is named is of another environment",
    {},
    [destination, elsewhere],
    ["staging"],
    "other_environment",
  ],
])("where %s it is left out, and says so", (_what, given, destinations, to, reason) => {
  expect(plan(given, destinations, to)).toEqual([{ kind: "skip", reason }]);
});

it.each<[string, Partial<Releasable>, DestinationFacts[], string[] | null, string[]]>([
  ["those who take it, and no other", {}, [destination, news, elsewhere], null, ["make pending"]],
  ["who is named alone, whatever it takes", {}, [destination, news], ["news"], ["news pending"]],
  ["who is named, though it is a test", { isTest: true }, [destination, news], ["make"], ["make pending"]],
  ["one that is off, held", {}, [off, destination], null, ["off held", "make pending"]],
])("it goes to %s", (_what, given, destinations, to, expected) => {
  const [release] = plan(given, destinations, to);
  const rows = release?.kind === "release" ? release.deliveries : [];
  expect(rows.map(({ destination_id, status }) => `${destination_id} ${status}`)).toEqual(expected);
});

it.each([
  ["passes", "fields.budget is at least 5000 and message contains call", "release"],
  ["does not pass", "fields.budget is at least 9000", { kind: "skip", reason: "filtered" }],
])("what %s a filter is judged by all that was posted", (_what, filter, outcome) => {
  const filtered = { ...destination, filter: storedFilter(shapeOf(filter)) };
  const [release] = plan({}, [filtered]);
  expect(outcome === "release" ? release?.kind : release).toEqual(outcome);
  expect(plan({}, [filtered], ["make"])[0]?.kind).toBe("release");
});

it.each([
  ["what the form calls it", "wishes", "release"],
  ["its usual names in another form", "form", "skip"],
])("a filter of the message is judged by %s", (_what, form_id, kind) => {
  const filtered = { ...destination, filter: storedFilter(shapeOf("message contains loft")) };
  const [release] = plan({ form_id, payload_json: JSON.stringify({ your_wish: "A loft" }) }, [filtered]);
  expect(release?.kind).toBe(kind);
});

/** As an operator's words are stored. */
function shapeOf(filter: string): string {
  const read = readShape({ filter });
  if (!read.ok) throw new Error(filter);
  return JSON.stringify(read.shape);
}

describe("of destinations that share a route", () => {
  const member = (
    id: string,
    position: number,
    conditions: Record<string, unknown> | null = null,
  ): DestinationFacts => ({
    ...destination,
    id,
    route: {
      route_id: "r",
      mode: "first_accepting",
      counted_from: 1,
      position,
      weight: 1,
      conditions,
      overflow_minutes: null,
    },
  });
  const rich = { "fields.budget": { $gte: 9000 } };

  it.each<[string, Partial<Releasable>[], DestinationFacts[], string[] | null, string[]]>([
    ["the first hears of it, and has it", [{}], [member("a", 0), member("b", 1)], null, ["a r {r: a}"]],
    [
      "nobody hears of it whose conditions keep it out",
      [{}],
      [member("a", 0, rich), member("b", 1)],
      null,
      ["b r {r: b}"],
    ],
    [
      "it is left out where all do",
      [{}],
      [member("a", 0, rich), member("b", 1, rich)],
      null,
      ["route_conditions"],
    ],
    [
      "it goes where its lead went, conditions or not",
      [{ routed_json: '{"r":"b"}' }],
      [member("a", 0), member("b", 1, rich)],
      null,
      ["b r {}"],
    ],
    [
      "not where a lead went of which nothing came of it",
      [{ routed_json: '{"r":"b"}', wentOut: false }],
      [member("a", 0), member("b", 1)],
      null,
      ["a r {r: a}"],
    ],
    [
      "the next of one lead goes where the first went",
      [{ wentOut: false }, { wentOut: false, public_id: "s2", payload_json: '{"budget":"1"}' }],
      [member("a", 0, { "fields.budget": { $gte: 5000 } }), member("b", 1)],
      null,
      ["a r {r: a}", "a r {}"],
    ],
    [
      "who is named gets it, and has it then",
      [{}],
      [member("a", 0), member("b", 1, rich)],
      ["b"],
      ["b none {r: b}"],
    ],
    [
      "who is named gets it, and it stays whose it was",
      [{ routed_json: '{"r":"a"}' }],
      [member("a", 0), member("b", 1)],
      ["b"],
      ["b none {}"],
    ],
  ])("%s", (_, given, destinations, to, expected) => {
    const said = plan(given, destinations, to).map((release) => {
      if (release.kind === "skip") return release.reason;
      const rows = release.deliveries.map(
        ({ destination_id, route_id }) => `${destination_id} ${route_id ?? "none"}`,
      );
      const went = Object.entries(release.went).map(([route, id]) => `${route}: ${id}`);
      return `${rows.join(", ")} {${went.join(", ")}}`;
    });
    expect(said).toEqual(expected);
  });
});
