import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { addSubmissionCounts } from "@leadrelay/db/statistics/add-counts";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { countersOf, dailyCountsOf } from "../../test/counters.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import { isCommit, watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const hour = 3_600_000;
const midnight = 19_675 * 24 * hour;

/** Submissions of so many people without a common address. */
const peopleOf = (tenant: Tenant, count: number) =>
  Array.from({ length: count }, (_, index) =>
    tenant.submission({
      fields: { email: `p${index}@example.com` },
      context: { ...tenant.submission().context, ip: null },
    }),
  );

describe("a stored submission is counted", () => {
  it("by its outcome and form, on the UTC day it came in", async () => {
    const tenant = await newTenant({ testStrings: ["do not call"] });
    await env.DB.prepare(
      "INSERT INTO blocked_ips (client_id, cidr, blocked_at) VALUES (?, '198.51.100.1/32', 0)",
    )
      .bind(tenant.clientId)
      .run();
    const at = (hours: number, fields = { email: "a@example.com" }) =>
      tenant.submission({ fields, received_at: midnight + hours * hour });
    const blocked = { ...tenant.submission().context, ip: "198.51.100.1" };
    await deliverMessages([
      at(-0.1),
      at(0.1),
      { ...at(0.2), context: blocked },
      at(0.3, { email: "do not call" }),
      at(30),
      at(30, { email: "b@example.com" }),
    ]);
    const expected = [
      [19_674, "new_lead", 1],
      [19_675, "blocked", 1],
      [19_675, "duplicate", 1],
      [19_675, "test", 1],
      [19_676, "new_lead", 1],
      [19_676, "reengaged", 1],
    ].map(([day, counter, value]) => ({
      client_id: null,
      day,
      form_id: tenant.formId,
      destination_id: null,
      counter,
      value,
      mended: 0,
    }));
    expect(await dailyCountsOf(tenant)).toEqual(expected);
  });
});

describe("a submission is counted once", () => {
  it("when its message comes again, or twice in a batch", async () => {
    const tenant = await newTenant();
    const [body] = peopleOf(tenant, 1);
    await deliverMessages([body, body]);
    await deliverMessages([body]);
    expect(await countersOf(tenant)).toEqual({ new_lead: 1 });
  });

  it("when D1 stored it and failed to say so", async () => {
    const tenant = await newTenant();
    const bodies = peopleOf(tenant, 3);
    const lying = watchedD1(env.DB, async (sql, run) => {
      const results = await run();
      if (isCommit(sql)) throw new Error("D1_ERROR: Network connection lost.");
      return results;
    });
    await deliverMessages(bodies, testDependencies({ leadDatabase: () => lying }));
    await deliverMessages(bodies);
    expect(await countersOf(tenant)).toEqual({ new_lead: 3 });
  });

  it("by eight consumers that are given the same messages at once", async () => {
    const tenant = await newTenant();
    const bodies = peopleOf(tenant, 10);
    const consumers = Array.from({ length: 8 }, (_, index) => [
      ...bodies.slice(index),
      ...bodies.slice(0, index),
    ]);
    await Promise.all(consumers.map((given) => deliverMessages(given)));
    await deliverMessages(bodies);
    expect(await countersOf(tenant)).toEqual({ new_lead: 10 });
  });

  it("by eight consumers, each with other submissions of the same people", async () => {
    const tenant = await newTenant();
    const batches = Array.from({ length: 8 }, () => peopleOf(tenant, 5));
    await Promise.all(batches.map((bodies) => deliverMessages(bodies)));
    for (const bodies of batches) await deliverMessages(bodies);
    expect(await countersOf(tenant)).toEqual({ new_lead: 5, duplicate: 35 });
  });

  it("when its batch was halved around one that cannot be stored, which is not counted", async () => {
    const tenant = await newTenant();
    await env.DB.prepare(
      `CREATE TRIGGER "refuse_${tenant.formId}" BEFORE INSERT ON lead_submissions WHEN NEW.cta = '${tenant.formId}'
       BEGIN SELECT RAISE(ABORT, 'NOT NULL constraint failed: lead_submissions.cta'); END`,
    ).run();
    const poison = tenant.submission({ fields: { email: "x@example.com", cta: tenant.formId } });
    await deliverMessages([...peopleOf(tenant, 9), poison]);
    expect(await countersOf(tenant)).toEqual({ new_lead: 9 });
  });
});

it("counters know how many came in the last hour that had any, and in the one before, in whatever order they are told", async () => {
  const lately = async (...hours: readonly number[]) => {
    const { clientId } = await newTenant();
    for (const hour of hours)
      await runBatch(
        env.DB,
        addSubmissionCounts(pipelineScope, [
          { client_id: clientId, day: 1, form_id: "f", outcome: "new_lead", hour, value: 2 },
        ]),
      );
    return rows(
      "SELECT value, hour, in_hour, hour_before FROM submission_counters WHERE client_id = ?",
      clientId,
    );
  };
  const told: [string, number[], number[]][] = [
    ["the first", [30], [2, 30, 2, 0]],
    ["the same hour", [30, 30], [4, 30, 4, 0]],
    ["the next hour", [30, 30, 31], [6, 31, 2, 4]],
    ["a later hour", [30, 31, 33], [6, 33, 2, 0]],
    ["late, of the hour before", [31, 30, 30], [6, 31, 2, 4]],
    ["late, of longer ago", [33, 32, 30], [6, 33, 2, 2]],
  ];
  for (const [what, hours, [value, hour, in_hour, hour_before]] of told)
    expect({ what, rows: await lately(...hours) }).toEqual({
      what,
      rows: [{ value, hour, in_hour, hour_before }],
    });
});
