import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { crowdBatches, crowds, type Crowd } from "../../test/crowd.ts";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { distantD1, virtualTime } from "../../test/virtual-time.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const roundTripMs = 20;
/** Turns are taken in the one database: each rush is an hour after the one before. */
let startAt = testNow;

/** As many handlers at once, each in an isolate of its own, with what a crowd posts. */
async function rush(tenant: Tenant, crowd: Crowd, handlers: number) {
  const time = virtualTime((startAt += 3_600_000));
  const batches = crowdBatches(crowd, handlers, (given) => tenant.submission(given));
  const handled = batches.map(async (bodies) => {
    const { d1, calls } = distantD1(env.DB, roundTripMs, time);
    const given = { now: time.now, wait: time.wait, control: d1, leadDatabase: () => d1 };
    const { acked, retried } = await deliverMessages(bodies, testDependencies(given));
    expect(acked.length + retried.length).toBe(bodies.length);
    const statements = calls.reduce((sum, each) => sum + each, 0);
    return { statements, retried: retried.map((place) => bodies[place]), tookMs: time.now() - startAt };
  });
  const results = await time.run(Promise.all(handled));
  return {
    bodies: batches.flat(),
    left: results.flatMap(({ retried }) => retried),
    mostStatements: Math.max(...results.map(({ statements }) => statements)),
    longestMs: Math.max(...results.map(({ tookMs }) => tookMs)),
  };
}

const scenarios = crowds.flatMap((crowd) => [1, 20, 100, 150].map((handlers) => [crowd, handlers] as const));

describe.each(scenarios)("%s before %d handlers at once", (crowd, handlers) => {
  it("cost no handler more than 60 statements and put back few messages; everybody is one lead, each post stored once", async () => {
    const tenant = await newTenant();
    const { bodies, left, mostStatements, longestMs } = await rush(tenant, crowd, handlers);
    expect(mostStatements).toBeLessThanOrEqual(60);
    expect(longestMs).toBeLessThanOrEqual(15_000);
    expect(left.length).toBeLessThanOrEqual(30);
    if (left.length > 0) await deliverMessages(left);

    const stored = await rows<{ public_id: string; lead_id: number; submission_number: number }>(
      "SELECT public_id, lead_id, submission_number FROM lead_submissions WHERE client_id = ? ORDER BY lead_id, submission_number",
      tenant.clientId,
    );
    expect(stored.map(({ public_id }) => public_id).toSorted()).toEqual(
      bodies.map(({ submission_id }) => submission_id).toSorted(),
    );
    const people = new Set(bodies.map(({ fields }) => fields.email)).size;
    const ofLeads = Map.groupBy(stored, ({ lead_id }) => lead_id);
    expect(ofLeads.size).toBe(people);
    for (const posts of ofLeads.values())
      expect(posts.map(({ submission_number }) => submission_number)).toEqual(posts.map((_, at) => at + 1));
    const leads = await rows<{ id: number; submission_count: number }>(
      "SELECT id, submission_count FROM leads WHERE client_id = ?",
      tenant.clientId,
    );
    for (const { id, submission_count } of leads) expect(ofLeads.get(id)).toHaveLength(submission_count);
    const events = await rows<{ type: string }>(
      "SELECT type FROM events WHERE client_id = ?",
      tenant.clientId,
    );
    expect(events).toEqual(leads.map(() => ({ type: "lead.created" })));
    const deliveries = await rows("SELECT status FROM deliveries WHERE client_id = ?", tenant.clientId);
    expect(deliveries).toEqual(leads.map(() => ({ status: "pending" })));
  });
});
