import { expect, it } from "vitest";
import type { AttemptRow, BlockedRow, DeliveryRow, SubmissionRow } from "../decide/commit-plan.ts";
import { countDirectDeliveries, countSubmissions } from "./count-commit.ts";
import { bucketOf, noBucket } from "./latency-buckets.ts";

const dayMs = 86_400_000;
const submission = (more: Partial<SubmissionRow> = {}) =>
  ({
    client_id: "client",
    form_id: "form",
    outcome: "new_lead",
    submitted_at: 10 * dayMs,
    ...more,
  }) as SubmissionRow;

it("submissions are counted by client, day, half hour, form and outcome", () => {
  const submissions = [
    submission(),
    submission({ submitted_at: 10 * dayMs + 1 }),
    submission({ submitted_at: 11 * dayMs - 1 }),
    submission({ submitted_at: 11 * dayMs }),
    submission({ outcome: "duplicate" }),
    submission({ form_id: "other" }),
    submission({ client_id: "other" }),
  ];
  const origin = { source: "", campaign: "" };
  const first = 10 * dayMs;
  const count = {
    client_id: "client",
    day: 10,
    form_id: "form",
    outcome: "new_lead",
    half_hour: 480,
    origin,
    value: 1,
    at: first,
  };
  expect(countSubmissions({ submissions, blocked: [] })).toEqual([
    { ...count, value: 2, at: first + 1 },
    { ...count, half_hour: 527, at: 11 * dayMs - 1 },
    { ...count, day: 11, half_hour: 528, at: 11 * dayMs },
    { ...count, outcome: "duplicate" },
    { ...count, form_id: "other" },
    { ...count, client_id: "other" },
  ]);
});

it("submissions of another origin are counted apart", () => {
  const from = (source: string) => submission({ attribution_json: `[4,"${source}"]`, page_url: null });
  const counts = countSubmissions({
    submissions: [from("google"), from("meta"), from("Google")],
    blocked: [],
  });
  expect(counts.map(({ origin, value }) => [origin?.source, value])).toEqual([
    ["google", 2],
    ["meta", 1],
  ]);
});

it("a blocked submission is counted as blocked", () => {
  const blocked = [{ client_id: "client", form_id: "form", submitted_at: 3 * dayMs } as BlockedRow];
  expect(countSubmissions({ submissions: [], blocked })).toEqual([
    {
      client_id: "client",
      day: 3,
      form_id: "form",
      outcome: "blocked",
      half_hour: 144,
      origin: null,
      value: 1,
      at: 3 * dayMs,
    },
  ]);
});

const delivery = (more: Partial<DeliveryRow> = {}) =>
  ({
    client_id: "client",
    form_id: "form",
    lead_id: 7,
    event_id: "event",
    destination_id: "make",
    status: "delivered",
    submitted_at: dayMs - 1_000,
    ...more,
  }) as DeliveryRow;
const tried = (more: Partial<AttemptRow> = {}) =>
  ({
    lead_id: 7,
    event_id: "event",
    destination_id: "make",
    number: 1,
    started_at: dayMs - 200,
    duration_ms: 150,
    ...more,
  }) as AttemptRow;
const counted = {
  client_id: "client",
  day: 0,
  form_id: "form",
  destination_id: "make",
  outcome: "delivered",
  bucket: bucketOf(950),
  value: 1,
};

it("what arrived is counted by how long after its submission the try ended, on the day it ended", () => {
  expect(countDirectDeliveries({ deliveries: [delivery()], attempts: [tried()] })).toEqual([counted]);
  const late = tried({ duration_ms: 200 });
  expect(countDirectDeliveries({ deliveries: [delivery()], attempts: [late] })).toEqual([
    { ...counted, day: 1, bucket: bucketOf(1_000) },
  ]);
});

it("what a person sent on purpose is counted without a duration: it lay there until somebody came", () => {
  const deliveries = [delivery({ submitted_at: null })];
  expect(countDirectDeliveries({ deliveries, attempts: [tried()] })).toEqual([
    { ...counted, bucket: noBucket },
  ]);
});

it("of several tries the last counts", () => {
  const attempts = [tried({ started_at: dayMs - 900 }), tried({ number: 2, started_at: dayMs + 5_000 })];
  expect(countDirectDeliveries({ deliveries: [delivery()], attempts })).toEqual([
    { ...counted, day: 1, bucket: bucketOf(6_150) },
  ]);
});

it("what is dead is counted without a duration: nobody waits for it", () => {
  const deliveries = [delivery({ status: "dead" })];
  expect(countDirectDeliveries({ deliveries, attempts: [tried()] })).toEqual([
    { ...counted, outcome: "dead", bucket: noBucket },
  ]);
});

it.each(["pending", "held", "skipped", "cancelled"] as const)(
  "a delivery that is %s is not counted: it has not ended by arriving or dying",
  (status) => {
    const deliveries = [delivery({ status })];
    expect(countDirectDeliveries({ deliveries, attempts: [tried()] })).toEqual([]);
  },
);

it.each<Partial<AttemptRow>>([{ lead_id: 8 }, { event_id: "other" }, { destination_id: "other" }])(
  "a try with another %j is no try of the delivery",
  (more) => {
    expect(countDirectDeliveries({ deliveries: [delivery()], attempts: [tried(more)] })).toEqual([]);
  },
);

it("deliveries that differ in nothing that is counted are one count", () => {
  const deliveries = [delivery(), delivery({ lead_id: 8 }), delivery({ destination_id: "other" })];
  const attempts = [tried(), tried({ lead_id: 8 }), tried({ destination_id: "other" })];
  expect(countDirectDeliveries({ deliveries, attempts })).toEqual([
    { ...counted, value: 2 },
    { ...counted, destination_id: "other" },
  ]);
});
