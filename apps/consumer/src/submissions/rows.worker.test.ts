import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { newTenant, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const batchSize = 100;

/** So many people with all four identities. */
const peopleOf = (tenant: Tenant, first: number): SubmissionMessage[] =>
  Array.from({ length: batchSize }, (_, index) => {
    const person = first + index;
    const fields = {
      name: `Asha Rao ${person}`,
      visitor_id: `visitor-${person}`,
      email: `person${person}@example.com`,
      phone: `98${String(person).padStart(8, "0")}`,
      country_code: "+91",
    };
    const context = { ...tenant.submission().context, ip: `10.0.${person >> 8}.${person & 255}` };
    return tenant.submission({ fields, context });
  });

async function billFor(submissions: readonly SubmissionMessage[]) {
  const { bill, databases } = meteredD1();
  const { acked } = await deliverMessages(submissions, testDependencies(databases));
  expect(acked).toHaveLength(batchSize);
  const perSubmission = (rows: number) => Math.floor(rows / batchSize);
  return { calls: bill.calls, written: perSubmission(bill.written), read: perSubmission(bill.read) };
}

const again = (submissions: readonly SubmissionMessage[]) =>
  submissions.map((submission) => ({ ...submission, submission_id: crypto.randomUUID() }));

describe("the bill of a lead that comes alone", () => {
  it("has the rows of a reservation once in a hundred", async () => {
    const tenant = await newTenant();
    const { bill, databases } = meteredD1();
    const isolate = testDependencies(databases);
    const written: number[] = [];
    for (const person of peopleOf(tenant, 0).slice(0, 3)) {
      const before = bill.written;
      await deliverMessages([person], isolate);
      written.push(bill.written - before);
    }
    const [first = 0, ...more] = written;
    expect(more).toEqual([first - 2, first - 2]);
  });
});

describe("the bill of a stored submission", () => {
  it("is seventeen rows for a new lead with a name of three words, five for a duplicate, none for a message that comes again", async () => {
    const tenant = await newTenant();
    const people = peopleOf(tenant, 0);
    expect(await billFor(people)).toMatchObject({ calls: 2, written: 17 });
    expect(await billFor(again(people))).toMatchObject({ calls: 2, written: 5 });
    expect(await billFor(people)).toMatchObject({ calls: 1, written: 0 });
  });

  it("is at most 20 rows read for a new lead, however many there are", async () => {
    const tenant = await newTenant();
    const first = await billFor(peopleOf(tenant, 0));
    for (let batch = 1; batch < 10; batch += 1) await deliverMessages(peopleOf(tenant, batch * batchSize));
    expect(await billFor(peopleOf(tenant, 10 * batchSize))).toEqual(first);
    expect(first.read).toBeLessThanOrEqual(20);
  });

  it("hardly grows with short lists, and with long ones only by the networks around an address", async () => {
    const tenant = await newTenant();
    const withoutLists = await billFor(peopleOf(tenant, 0));
    await blockNetworks(tenant, 30);
    const withShort = await billFor(peopleOf(tenant, batchSize));
    expect(withShort.read - withoutLists.read).toBeLessThanOrEqual(1);
    await blockNetworks(tenant, 5_000);
    const withLong = await billFor(peopleOf(tenant, 2 * batchSize));
    expect(withLong.read - withoutLists.read).toBeLessThanOrEqual(40);
  });
});

const blockNetworks = (tenant: Tenant, count: number) =>
  env.DB.prepare(
    `INSERT INTO blocked_ips (client_id, cidr, blocked_at)
     SELECT ?1, '198.' || (value / 256) || '.' || (value % 256) || '.0/24', 0 FROM json_each(?2) WHERE true
     ON CONFLICT DO NOTHING`,
  )
    .bind(tenant.clientId, JSON.stringify(Array.from({ length: count }, (_, index) => index)))
    .run();
