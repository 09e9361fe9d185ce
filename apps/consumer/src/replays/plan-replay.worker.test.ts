import type { ReplayFilter } from "@leadrelay/contracts/replay";
import { findReplayPlan } from "@leadrelay/db/replays/find-replay-plans";
import { newestPlanIds } from "@leadrelay/db/replays/list-replay-plans";
import { runOne } from "@leadrelay/db/run-batch";
import type { OperatorScope } from "@leadrelay/db/scope";
import { beginPlan, continuePlan } from "@leadrelay/delivery/replay/plan-replay";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { addDead, tenantWithDead } from "../../test/dead-deliveries.ts";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { operatorOf, ownerOf, planReplay, storedPlan } from "../../test/plan-replays.ts";
import { newTenant, type Tenant } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import { recordDeadLetters } from "../dead-letters/record-dead-letters.ts";
import { submissionLetter } from "../dead-letters/submission-letter.ts";
import type { Dependencies } from "../dependencies.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** What planning reaches. */
const planning = (given: Partial<Dependencies> = {}) => replayDependencies(testDependencies(given));

const plan = (
  scope: OperatorScope,
  filter: ReplayFilter = { status: "dead" },
  perSecond: number | null = null,
) => planReplay(scope, { filter, perSecond, createdBy: "op-1" }, planning());

async function summaryOf(tenant: Tenant, filter?: ReplayFilter, perSecond?: number | null) {
  const planned = await plan(operatorOf(tenant), filter, perSecond);
  if (planned.kind === "not_found") throw new Error(`no such ${planned.subject}`);
  return planned.kind === "planned" ? planned.plan.summary : planned.summary;
}

const run = (query: string, ...values: unknown[]) =>
  env.DB.prepare(query)
    .bind(...values)
    .run();

describe("a plan", () => {
  it("says how many, from when to when, where to, and how long it takes at its pace", async () => {
    const { tenant } = await tenantWithDead(90, { failedAt: 5_000 });
    expect(await summaryOf(tenant, { status: "dead" }, 30)).toEqual({
      count: 90,
      messages: 0,
      oldest: 5_000,
      newest: 5_089,
      destinations: [{ id: tenant.destinationId, client_id: tenant.clientId, name: "Make", count: 90 }],
      estimated_ms: 3_000,
      skipped: {},
      is_complete: true,
    });
  });

  it("that names no pace goes at what the receivers take", async () => {
    const { tenant } = await tenantWithDead(2);
    const request = { filter: { status: "dead" }, createdBy: "op-1" } as const;
    const planned = await planReplay(operatorOf(tenant), request, planning());
    expect(planned).toMatchObject({ plan: { per_second: 30 } });
  });

  it("whose sends lie beyond what was counted has a pace all the same", async () => {
    const { tenant } = await tenantWithDead(1_000);
    await run("UPDATE deliveries SET status = 'delivered' WHERE client_id = ?", tenant.clientId);
    await addDead(tenant, 1);
    await run(
      "UPDATE deliveries SET status = 'held', created_at = 1 WHERE client_id = ? AND status = 'dead'",
      tenant.clientId,
    );
    const request = { filter: { status: "held" }, createdBy: "op-1" } as const;
    const bounded = { ...planning(), examineAtMost: 1_000 };
    expect(await planReplay(operatorOf(tenant), request, bounded)).toMatchObject({
      plan: { per_second: 30, summary: { count: 0, estimated_ms: null, is_complete: false } },
    });
  });

  it("of what goes nowhere today has the pace of where it may go once that is enabled", async () => {
    const { tenant } = await tenantWithDead(3);
    await run("UPDATE destinations SET enabled = 0 WHERE client_id = ?", tenant.clientId);
    const failure = { kind: "spill", cause: "queue_refuses", attempts: 5, failedAt: 5 } as const;
    await recordDeadLetters(testDependencies(), [submissionLetter(tenant.submission(), failure)]);
    const filter = { status: "dead", kinds: ["delivery", "spill"] } as const;
    const request = { filter, createdBy: "op-1" };
    expect(await planReplay(operatorOf(tenant), request, planning())).toMatchObject({
      plan: { per_second: 30, summary: { count: 1, skipped: { destination_disabled: 3 } } },
    });
  });

  it("covers more than a page", async () => {
    const { tenant } = await tenantWithDead(2_345);
    expect(await summaryOf(tenant)).toMatchObject({ count: 2_345, is_complete: true });
  });

  it("that would have to read too much says that there is more, and keeps the part", async () => {
    const { tenant } = await tenantWithDead(1_500);
    const request = { filter: { status: "dead" }, createdBy: "op-1" } as const;
    const planned = await planReplay(operatorOf(tenant), request, { ...planning(), examineAtMost: 1_000 });
    expect(planned).toMatchObject({
      plan: {
        parts: [{ client_id: tenant.clientId, database: "DB" }],
        summary: { count: 1_000, is_complete: false },
      },
    });
  });

  it("of many rows, and of many clients, is made in steps of a bounded size, and says the same as one", async () => {
    const { tenant } = await tenantWithDead(12_300);
    const others = Array.from({ length: 600 }, (_, index) => ({
      id: `cli_${index}_${tenant.clientId}`,
      database: "DB",
      masked: false,
    }));
    const scope = { ...operatorOf(tenant), clients: [...others, ...operatorOf(tenant).clients] };
    const request = { id: crypto.randomUUID(), filter: { status: "dead" }, createdBy: "op-1" } as const;
    const steps: { looked: number; statements: number; rowsAtOnce: number }[] = [];
    let [statements, rowsAtOnce] = [0, 0];
    const counting = watchedD1(env.DB, async (_sql, run) => {
      const results = await run();
      statements += results.length;
      const rows = results.reduce((sum, { results: found }) => sum + found.length, 0);
      rowsAtOnce = Math.max(rowsAtOnce, rows);
      return results;
    });
    const dependencies = { ...planning(), control: counting, leadDatabase: () => counting };
    let planned = await beginPlan(scope, request, dependencies);
    for (let before = 0; planned.kind === "planning";) {
      const { examined } = planned.planning.counting;
      steps.push({ looked: examined - before, statements, rowsAtOnce });
      [statements, rowsAtOnce, before] = [0, 0, examined];
      // As it is kept between two requests.
      const kept = JSON.parse(JSON.stringify(planned.planning)) as typeof planned.planning;
      planned = await continuePlan(scope, kept, dependencies);
    }
    expect(planned).toMatchObject({
      kind: "planned",
      plan: { summary: { count: 12_300, is_complete: true } },
    });
    expect(steps.length).toBeGreaterThanOrEqual(4);
    for (const step of steps) {
      expect(step.looked).toBeLessThanOrEqual(12_500);
      expect(step.statements).toBeLessThan(300);
      expect(step.rowsAtOnce).toBeLessThanOrEqual(2_500);
    }
  });

  it.each<[string, (tenant: Tenant) => Promise<unknown>]>([
    [
      "delivered",
      ({ clientId }) => run("UPDATE deliveries SET status = 'delivered' WHERE client_id = ?", clientId),
    ],
    [
      "under_way",
      ({ clientId }) => run("UPDATE deliveries SET status = 'in_flight' WHERE client_id = ?", clientId),
    ],
    ["erased", ({ clientId }) => run("DELETE FROM events WHERE client_id = ?", clientId)],
    [
      "destination_disabled",
      ({ clientId }) => run("UPDATE destinations SET enabled = 0 WHERE client_id = ?", clientId),
    ],
    [
      "destination_deleted",
      ({ clientId }) => run("UPDATE destinations SET deleted_at = 1 WHERE client_id = ?", clientId),
    ],
    [
      "destination_deleted",
      ({ clientId }) => run("UPDATE clients SET deleted_at = 1 WHERE id = ?", clientId),
    ],
  ])("skips what is %s, and says so", async (reason, happen) => {
    const { tenant } = await tenantWithDead(3);
    await happen(tenant);
    const planned = await plan(operatorOf(tenant));
    expect(planned).toMatchObject({ kind: "empty", summary: { count: 0, skipped: { [reason]: 3 } } });
  });

  it("sees neither another tenant's letters nor those that a person settled", async () => {
    const [mine, other] = [await tenantWithDead(3), await tenantWithDead(4)];
    await run(
      "UPDATE dead_letters SET state = 'discarded' WHERE id = (SELECT min(id) FROM dead_letters WHERE client_id = ?)",
      mine.tenant.clientId,
    );
    expect(await summaryOf(mine.tenant)).toMatchObject({ count: 2 });
    const both = await plan(operatorOf(mine.tenant, other.tenant));
    expect(both).toMatchObject({ plan: { summary: { count: 6 } } });
  });

  it("narrows by time, cause, answer, destination and form", async () => {
    const { tenant } = await tenantWithDead(2, { failedAt: 1_000 });
    const second = await newTenant();
    await run("UPDATE destinations SET client_id = ? WHERE id = ?", tenant.clientId, second.destinationId);
    await run("UPDATE forms SET client_id = ? WHERE id = ?", tenant.clientId, second.formId);
    await addDead(tenant, 3, { failedAt: 2_000, cause: "refused", statusCode: 404 });
    await addDead(tenant, 4, { failedAt: 3_000, destinationId: second.destinationId, statusCode: null });
    await addDead(tenant, 5, { failedAt: 4_000, formId: second.formId });
    const count = async (filter: Omit<ReplayFilter, "status">) =>
      (await summaryOf(tenant, { ...filter, status: "dead" })).count;
    expect(await count({})).toBe(14);
    expect(await count({ since: 2_000, until: 3_003 })).toBe(7);
    expect(await count({ since: 2_001 })).toBe(11);
    expect(await summaryOf(tenant, { status: "dead", causes: ["refused"] })).toMatchObject({ count: 3 });
    expect(await summaryOf(tenant, { status: "dead", status_codes: [404, 0] })).toMatchObject({ count: 7 });
    expect(await count({ destination_ids: [second.destinationId] })).toBe(4);
    expect(await count({ form_ids: [second.formId] })).toBe(5);
  });

  it("takes the form of a letter from its submission where the delivery does not say it", async () => {
    const { tenant } = await tenantWithDead(1);
    await run("UPDATE deliveries SET form_id = NULL WHERE client_id = ?", tenant.clientId);
    await run(
      `INSERT INTO lead_submissions (lead_id, submission_number, id, public_id, client_id, form_id, outcome, payload_json,
         decision_json, submitted_at)
       SELECT lead_id, 1, 1, submission_id, client_id, ?, 'new_lead', '{}', '{}', 0 FROM dead_letters WHERE client_id = ?`,
      tenant.formId,
      tenant.clientId,
    );
    const filter = { status: "dead", form_ids: [tenant.formId] } as const;
    expect(await summaryOf(tenant, filter)).toMatchObject({ count: 1 });
  });

  it.each(["client", "form", "destination"] as const)(
    "does not know another tenant's %s",
    async (subject) => {
      const [mine, other] = [await tenantWithDead(1), await tenantWithDead(1)];
      const { clientId, formId, destinationId } = other.tenant;
      const id = { client: clientId, form: formId, destination: destinationId }[subject];
      const planned = await plan(operatorOf(mine.tenant), { status: "dead", [`${subject}_ids`]: [id] });
      expect(planned).toEqual({ kind: "not_found", subject, id });
    },
  );

  it("reads six rows a letter at most, whatever is beside them", async () => {
    await tenantWithDead(500);
    const { tenant } = await tenantWithDead(100);
    const { bill, databases } = meteredD1();
    await planReplay(
      operatorOf(tenant),
      { filter: { status: "dead", form_ids: [tenant.formId] }, createdBy: "op-1" },
      planning(databases),
    );
    expect(bill.read).toBeLessThan(600);
    expect(bill.written).toBe(0);
  });
});

describe("letters without a client", () => {
  const unknownForm = (count: number) =>
    run(
      `INSERT INTO dead_letters (id, kind, cause, payload_json, attempts, first_failed_at, last_failed_at, created_at)
       SELECT 'nobodys-' || lower(hex(randomblob(8))), 'unknown_form', 'unknown_form', '{}', 1, 1, 1, 1
       FROM json_each(?)`,
      JSON.stringify(Array.from({ length: count }, (_, index) => index)),
    );

  it("are found by the installation's owners alone, and when asked for", async () => {
    await unknownForm(3);
    const { tenant } = await tenantWithDead(1);
    const filter = { status: "dead", kinds: ["unknown_form", "delivery"] } as const;
    expect(await plan(ownerOf(tenant), filter)).toMatchObject({
      plan: { summary: { count: 4, messages: 3 }, parts: [{}, { client_id: null, database: "DB" }] },
    });
    expect(await plan(operatorOf(tenant), filter)).toMatchObject({ plan: { summary: { count: 1 } } });
    expect(await plan(ownerOf(tenant))).toMatchObject({ plan: { summary: { count: 1 } } });
  });
});

describe("a stored plan", () => {
  it("is found and listed by whoever may touch all its clients, newest first", async () => {
    const [one, two] = [await tenantWithDead(1), await tenantWithDead(1)];
    const dependencies = testDependencies();
    const both = operatorOf(one.tenant, two.tenant);
    const first = await storedPlan(operatorOf(one.tenant), dependencies);
    const second = await storedPlan(both, dependencies);
    const find = async (scope: OperatorScope, id: string) => await runOne(env.DB, findReplayPlan(scope, id));
    expect(await find(both, second.id)).toEqual(second);
    expect(await find(operatorOf(one.tenant), second.id)).toBeUndefined();
    const list = async (scope: OperatorScope, before: string | null = null) => {
      const lists = await runOne(env.DB, newestPlanIds(scope, { before, perList: 10 }));
      return lists.flat().toSorted().toReversed();
    };
    expect(await list(both)).toEqual([second.id, first.id]);
    expect(await list(both, second.id)).toEqual([first.id]);
    expect(await list(operatorOf(one.tenant))).toEqual([first.id]);
    expect(await list(operatorOf(two.tenant))).toEqual([]);
  });

  it("takes nothing that fails after it was made", async () => {
    const { tenant } = await tenantWithDead(1);
    await addDead(tenant, 1, { failedAt: testNow + 1 });
    expect(await storedPlan(operatorOf(tenant), testDependencies())).toMatchObject({
      until: testNow,
      summary: { count: 1 },
    });
  });
});
