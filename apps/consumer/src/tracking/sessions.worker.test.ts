import type { TrackingMessage } from "@leadrelay/contracts/tracking";
import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
} from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { handleTrackingBatch } from "./handle-tracking-batch.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const visitor_id = "9b2f6c1e-visitor";
const session_id = "mc9x-session";

const beacon = (
  tenant: Tenant,
  totals: Partial<TrackingMessage["totals"]> = {},
  more: Partial<TrackingMessage> = {},
): TrackingMessage => ({
  v: 1,
  type: "tracking",
  received_at: testNow,
  client_id: tenant.clientId,
  form_id: tenant.formId,
  database: "DB",
  visitor_id,
  session_id,
  totals: {
    duration_ms: 60_000,
    scroll_percent: 50,
    clicks: 3,
    page_views: 2,
    events: 9,
    returns: 0,
    ...totals,
  },
  seen: { "page /": 0 },
  first_page: "https://shop.example/",
  referrer: null,
  network: "203.0.113.7",
  asn: 64_500,
  country: "IN",
  bot_score: null,
  ...more,
});

/** What became of beacons that came as one batch. */
async function tell(bodies: readonly unknown[], dependencies = testDependencies(), attempts = 1) {
  const batch = createMessageBatch(
    "tracking",
    bodies.map((body, index) => ({ id: `${index}`, timestamp: new Date(testNow), attempts, body })),
  );
  await handleTrackingBatch(batch, dependencies);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, createExecutionContext());
  return { acked: explicitAcks.length, retried: retryMessages.length };
}

const sessionsOf = ({ clientId }: Tenant) =>
  rows("SELECT * FROM sessions WHERE client_id = ? ORDER BY session_id", clientId);
const leadsOf = ({ clientId }: Tenant) => rows("SELECT * FROM leads WHERE client_id = ?", clientId);
const eventsOf = ({ clientId }: Tenant) => rows("SELECT * FROM events WHERE client_id = ?", clientId);

/** A lead submitted in the session. */
const lead = (tenant: Tenant, more: Record<string, string> = {}) => {
  const fields = { email: "anna@example.com", visitor_id, session_id, ...more };
  return tenant.submission({ fields, payload: fields, received_at: testNow });
};

describe("beacons", () => {
  it("make one row a session, however many tell of it", async () => {
    const tenant = await newTenant();
    const told = Array.from({ length: 10 }, (_, index) =>
      beacon(tenant, { clicks: index, events: index + 1 }),
    );
    expect(await tell([...told, beacon(tenant, {}, { session_id: "mc9y-session" })])).toEqual({
      acked: 11,
      retried: 0,
    });
    expect(await sessionsOf(tenant)).toMatchObject([
      { session_id, clicks: 9, events: 10, scroll_percent: 50, seen_json: '{"page /":0}' },
      { session_id: "mc9y-session", clicks: 3 },
    ]);
  });

  it("cost at most two rows for a session's first batch, one for each further, and none when they come again", async () => {
    const tenant = await newTenant();
    const written: number[] = [];
    for (const totals of [{}, { clicks: 4, events: 10 }, { clicks: 4, events: 10 }, {}]) {
      const { bill, databases } = meteredD1((sql) => sql.includes("sessions"));
      await tell([beacon(tenant, totals)], testDependencies(databases));
      written.push(bill.written);
    }
    expect(written).toEqual([2, 1, 0, 0]);
  });

  it("add to what others wrote meanwhile, in whatever order they come", async () => {
    const tenant = await newTenant();
    const told = [
      beacon(tenant, { clicks: 5 }),
      beacon(tenant, { scroll_percent: 80 }),
      beacon(tenant, { duration_ms: 90_000 }),
    ];
    await Promise.all(told.map((one) => tell([one])));
    expect(await sessionsOf(tenant)).toMatchObject([{ clicks: 5, scroll_percent: 80, duration_ms: 90_000 }]);
  });

  it("tell that the form's tag is at work, once an hour", async () => {
    const tenant = await newTenant();
    await tell([beacon(tenant)]);
    await tell([beacon(tenant, { clicks: 9 })], testDependencies({ now: () => testNow + 60_000 }));
    const seen = () => rows("SELECT tracker_seen_at FROM forms WHERE id = ?", tenant.formId);
    expect(await seen()).toEqual([{ tracker_seen_at: testNow }]);
    await tell([beacon(tenant)], testDependencies({ now: () => testNow + 3_700_000 }));
    expect(await seen()).toEqual([{ tracker_seen_at: testNow + 3_700_000 }]);
  });

  it("are tried again while D1 is away, and lost after five tries", async () => {
    const tenant = await newTenant();
    const away = () =>
      testDependencies({
        leadDatabase: () => {
          throw new Error("D1_ERROR: away");
        },
      });
    expect(await tell([beacon(tenant)], away())).toEqual({ acked: 0, retried: 1 });
    expect(await tell([beacon(tenant)], away(), 5)).toEqual({ acked: 1, retried: 0 });
    expect(await tell([{ v: 1, type: "tracking", visitor_id: 7 }])).toEqual({ acked: 1, retried: 0 });
  });
});

/** A form whose tag was heard of. */
const tagged = { form: { tracker_seen_at: testNow } };

describe("a lead", () => {
  it("carries what its session came to before", async () => {
    const tenant = await newTenant(tagged);
    await tell([beacon(tenant)]);
    await deliverMessages([lead(tenant)]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: 24, session_id }]);
    const [session] = await sessionsOf(tenant);
    expect(session).toMatchObject({
      submissions: 1,
      told_score: 24,
      clicks: 3,
      first_page: "https://shop.example/",
    });
  });

  it("that overtakes its session's beacons is corrected when they come, and told to nobody again", async () => {
    const tenant = await newTenant(tagged);
    await deliverMessages([lead(tenant)]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: null, session_id }]);
    await tell([beacon(tenant)]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: 24 }]);
    await tell([beacon(tenant, { duration_ms: 180_000, scroll_percent: 80, clicks: 10 })]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: 52 }]);
    expect(await sessionsOf(tenant)).toMatchObject([{ told_score: null, submissions: 1 }]);
    expect(await eventsOf(tenant)).toHaveLength(1);
  });

  it("is not moved by a session that it was submitted in before its latest", async () => {
    const tenant = await newTenant(tagged);
    await deliverMessages([lead(tenant)]);
    await deliverMessages([
      {
        ...lead(tenant, { session_id: "mc9y-later", session_totals: "d5000 s0 c0 p1 e1 r1" }),
        received_at: testNow + 90_000_000,
      },
    ]);
    await tell([beacon(tenant, { clicks: 20 })]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: 5, session_id: "mc9y-later" }]);
  });

  it("keeps its score when the person submits again where no session is known", async () => {
    const tenant = await newTenant(tagged);
    await tell([beacon(tenant)]);
    await deliverMessages([lead(tenant)]);
    const fields = { email: "anna@example.com" };
    await deliverMessages([tenant.submission({ fields, payload: fields, received_at: testNow + 1_000 })]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: 24, session_id, submission_count: 2 }]);
  });

  it("of another client is not moved by a session of the same name", async () => {
    const [tenant, other] = [await newTenant(tagged), await newTenant(tagged)];
    await deliverMessages([lead(tenant)]);
    await tell([beacon(other)]);
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: null }]);
  });

  it("goes on where its sessions cannot be read", async () => {
    const tenant = await newTenant(tagged);
    const d1 = watchedD1(env.DB, async (sql, run) => {
      if (sql.includes("JOIN sessions")) throw new Error("D1_ERROR: overloaded");
      return run();
    });
    await deliverMessages([lead(tenant)], testDependencies({ leadDatabase: () => d1 }));
    expect(await leadsOf(tenant)).toMatchObject([{ engagement_score: null, session_id }]);
  });
});
