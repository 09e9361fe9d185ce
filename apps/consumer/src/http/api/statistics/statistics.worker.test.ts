import { bucketOf, noBucket } from "@leadrelay/core/statistics/latency-buckets";
import { dayOf } from "@leadrelay/core/statistics/day-of";
import { addDeliveryCounts, addSubmissionCounts } from "@leadrelay/db/statistics/add-counts";
import { addIntakeCounts } from "@leadrelay/db/statistics/add-intake-counts";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testApi } from "../../../../test/api/admin-api.ts";
import { deadDelivery } from "../../../../test/api/dead-delivery.ts";
import { manyDeliveries } from "../../../../test/api/many-deliveries.ts";
import { newHouse } from "../../../../test/api/people.ts";
import { meteredD1 } from "../../../../test/metered-d1.ts";
import type { Tenant } from "../../../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
const { call } = testApi();
const period = "from=2026-11-19&to=2026-11-21";

/** Two days: 3 new leads and a duplicate; 8 arrived after a second, 2 after a minute, one died. */
async function count({ clientId: client_id, formId: form_id, destinationId: destination_id }: Tenant) {
  const day = dayOf(Date.parse("2026-11-20"));
  const place = { client_id, form_id, day };
  const submission = { ...place, half_hour: 48 * day, origin: null, at: day * 86_400_000 };
  const posts = { ...place, hour: 24 * day };
  const delivery = { ...place, destination_id, outcome: "delivered" as const };
  await runBatch(env.DB, [
    ...addSubmissionCounts(pipelineScope, [
      { ...submission, outcome: "new_lead", value: 2 },
      { ...submission, day: day + 1, outcome: "new_lead", value: 1 },
      { ...submission, outcome: "duplicate", value: 1 },
      { ...submission, day: day + 2, outcome: "blocked", value: 7 },
    ]),
    ...addDeliveryCounts(pipelineScope, [
      { ...delivery, bucket: bucketOf(1_000), value: 8 },
      { ...delivery, day: day + 1, bucket: bucketOf(60_000), value: 2 },
      { ...delivery, outcome: "dead", bucket: noBucket, value: 1 },
    ]),
    ...addIntakeCounts(pipelineScope, [
      { ...posts, reason: "no_contact", value: 5, fields_json: null },
      { ...posts, day: day + 1, reason: "too_large", value: 1, fields_json: null },
      { ...posts, day: day + 2, reason: "no_contact", value: 9, fields_json: null },
      { ...posts, reason: "honeypot", value: 4, fields_json: null },
      { ...posts, reason: "honeypot_quarantined", value: 2, fields_json: null },
    ]),
  ]);
}

const near = (ms: number) => expect.closeTo(ms, -Math.log10(ms * 0.2));

it("figures of a period, each of its days, and what is open now", async () => {
  const house = await newHouse();
  await Promise.all([count(house), deadDelivery(house)]);
  const { status, body } = await call("GET", `/api/statistics?${period}`, { as: house.viewer });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    from: "2026-11-19",
    to: "2026-11-21",
    totals: {
      submissions: { total: 4, new_lead: 3, duplicate: 1, reengaged: 0, test: 0, blocked: 0 },
      refused: { total: 6, no_contact: 5, too_large: 1, invalid_contact: 0 },
      honeypot: { total: 6, dropped: 4, quarantined: 2, let_through: 0 },
      deliveries: { delivered: 10, dead: 1, mended: 0, success_rate: 10 / 11, latency_p50_ms: near(1_000) },
    },
    open_dead_letters: { total: 1, by_client: [{ client_id: house.clientId, count: 1 }] },
  });
  expect(body.totals.deliveries.latency_p95_ms).toBeGreaterThan(54_000);
  expect(body.days.map(({ date }: { date: string }) => date)).toEqual([
    "2026-11-19",
    "2026-11-20",
    "2026-11-21",
  ]);
  expect(body.days[0].deliveries).toMatchObject({ delivered: 0, success_rate: null, latency_p50_ms: null });
  expect(body.days[2]).toMatchObject({ submissions: { new_lead: 1 }, deliveries: { delivered: 2, dead: 0 } });
});

it.each([
  ["client", "clientId"],
  ["form", "formId"],
  ["destination", "destinationId"],
] as const)("figures by %s", async (grouping, id) => {
  const house = await newHouse();
  await count(house);
  const { body } = await call("GET", `/api/statistics?${period}&group_by=${grouping}`, { as: house.owner });
  expect(body.groups).toMatchObject([{ id: house[id], deliveries: { delivered: 10, dead: 1 } }]);
  const { submissions, refused, honeypot } = body.groups[0];
  expect([submissions.total, refused.total, honeypot.total]).toEqual(
    grouping === "destination" ? [0, 0, 0] : [4, 6, 6],
  );
});

it.each([
  [
    "source",
    [
      ["google", 3],
      [null, 1],
    ],
  ],
  [
    "campaign",
    [
      [null, 3],
      ["spring", 1],
    ],
  ],
])("figures by %s, of submissions alone", async (grouping, expected) => {
  const house = await newHouse();
  const day = dayOf(Date.parse("2026-11-20"));
  const count = {
    client_id: house.clientId,
    form_id: house.formId,
    day,
    half_hour: 48 * day,
    outcome: "new_lead" as const,
    at: 1,
  };
  await runBatch(
    env.DB,
    addSubmissionCounts(pipelineScope, [
      { ...count, origin: { source: "google", campaign: "spring" }, value: 1 },
      { ...count, origin: { source: "google", campaign: "" }, value: 2 },
      { ...count, origin: { source: "", campaign: "" }, value: 1 },
    ]),
  );
  const path = `/api/statistics?${period}&group_by=${grouping}`;
  const { body } = await call("GET", path, { as: house.viewer });
  expect(
    (body.groups as { id: string | null; submissions: { new_lead: number } }[]).map(({ id, submissions }) => [
      id,
      submissions.new_lead,
    ]),
  ).toEqual(expected);
  const { status } = await call("GET", `${path}&form_id=${house.formId}`, { as: house.viewer });
  expect(status).toBe(400);
});

it("what became of leads since, by day and by whose word it is, and of nobody's under null", async () => {
  const house = await newHouse();
  await count(house);
  const day = dayOf(Date.parse("2026-11-20"));
  const told = { [house.formId]: { [house.destinationId]: { confirmed: 7, won: 2 }, "-": { contacted: 3 } } };
  await env.DB.prepare("UPDATE day_counters SET outcomes_json = ? WHERE client_id = ? AND day = ?")
    .bind(JSON.stringify({ ...told, other: { d2: { lost: 1, unconfirmed: 1 } } }), house.clientId, day)
    .run();
  const of = async (query: string) =>
    (await call("GET", `/api/statistics?${period}${query}`, { as: house.viewer })).body;
  const none = { confirmed: 0, unconfirmed: 0, contacted: 0, qualified: 0, won: 0, lost: 0, returned: 0 };
  const { totals, days } = await of("");
  const all = { ...none, confirmed: 7, unconfirmed: 1, contacted: 3, won: 2, lost: 1 };
  expect([totals.outcomes, days[0].outcomes, days[1].outcomes]).toEqual([all, none, all]);
  expect((await of(`&form_id=${house.formId}`)).totals.outcomes).toEqual({ ...all, unconfirmed: 0, lost: 0 });
  const groups: { id: string | null; outcomes: object; submissions: { total: number } }[] = (
    await of("&group_by=destination")
  ).groups;
  expect(groups.map(({ id, outcomes, submissions }) => [id, outcomes, submissions.total])).toEqual([
    [house.destinationId, { ...none, confirmed: 7, won: 2 }, 0],
    [null, { ...none, contacted: 3 }, 0],
    ["d2", { ...none, unconfirmed: 1, lost: 1 }, 0],
  ]);
  expect(
    (await of("&group_by=source")).groups.every(
      ({ outcomes }: { outcomes: object }) => !Object.values(outcomes).some(Boolean),
    ),
  ).toBe(true);
});

it("no source or campaign names a person to those who see contacts masked", async () => {
  const house = await newHouse();
  const day = dayOf(Date.parse("2026-11-20"));
  const count = {
    client_id: house.clientId,
    form_id: house.formId,
    day,
    half_hour: 48 * day,
    outcome: "new_lead" as const,
    at: 1,
    value: 1,
  };
  await runBatch(
    env.DB,
    addSubmissionCounts(pipelineScope, [
      { ...count, origin: { source: "news", campaign: "anna@example.com" } },
      { ...count, origin: { source: "news", campaign: "+91 98765 43210" } },
      { ...count, origin: { source: "news", campaign: "spring" } },
    ]),
  );
  const named = async (as: string) => {
    const { body } = await call("GET", `/api/statistics?${period}&group_by=campaign`, { as });
    return (body.groups as { id: string; submissions: { total: number } }[]).map(
      ({ id, submissions }) => `${id} ${submissions.total}`,
    );
  };
  expect(await named(house.viewer)).toEqual(["••• 2", "spring 1"]);
  expect(new Set(await named(house.admin))).toEqual(
    new Set(["anna@example.com 1", "+91 98765 43210 1", "spring 1"]),
  );
});

it("figures of one form leave out the others", async () => {
  const house = await newHouse();
  await Promise.all([count(house), count({ ...house, formId: "another" })]);
  const of = async (query: string) =>
    (await call("GET", `/api/statistics?${period}${query}`, { as: house.owner })).body.totals.submissions
      .total;
  expect(await of("")).toBe(8);
  expect(await of(`&form_id=${house.formId}`)).toBe(4);
});

it("reads as many rows with 20 000 deliveries as with none", async () => {
  const house = await newHouse();
  await count(house);
  const read = async () => {
    const { bill, databases } = meteredD1();
    const path = `/api/statistics?${period}&group_by=form`;
    expect((await testApi(databases).call("GET", path, { as: house.owner })).status).toBe(200);
    return bill.read;
  };
  const before = await read();
  await manyDeliveries(house, 20_000);
  // The letters of those deliveries are one cause more.
  expect((await read()) - before).toBeLessThanOrEqual(3);
  expect(before).toBeLessThanOrEqual(130);
});

it.each([
  ["from=2026-02-30", "is no day"],
  ["from=yesterday", "should be a date"],
  ["from=2026-11-22&to=2026-11-21", "is after to"],
  ["from=2026-01-01&to=2026-11-21", "at most 92 days"],
])("a period that cannot be: %s", async (query, detail) => {
  const house = await newHouse();
  const answer = await call("GET", `/api/statistics?${query}`, { as: house.owner });
  expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringContaining(detail) } });
});

it("another tenant's figures are not there", async () => {
  const [house, other] = await Promise.all([newHouse(), newHouse()]);
  await count(house);
  for (const query of [`client_id=${house.clientId}`, `form_id=${house.formId}`])
    expect((await call("GET", `/api/statistics?${query}`, { as: other.owner })).status).toBe(404);
  const { body } = await call("GET", `/api/statistics?${period}&group_by=client`, { as: other.owner });
  expect(body).toMatchObject({ groups: [], totals: { submissions: { total: 0 } } });
});
