import type { RouteMode } from "@leadrelay/contracts/route-mode";
import { overdueDeliveries } from "@leadrelay/db/routes/overdue-deliveries";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../../test/deliver-messages.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { rememberingD1, scannedTables } from "../../../test/query-plans.ts";
import { routedTenant, type RoutedTenant } from "../../../test/routed-tenant.ts";
import { rows } from "../../../test/tenant.ts";
import { watchedD1 } from "../../../test/watched-d1.ts";
import type { Dependencies } from "../../dependencies.ts";
import { sweepOverflow } from "./sweep-overflow.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
// The sweep goes through every client.
beforeEach(() => env.DB.prepare("UPDATE routes SET overflow_minutes = NULL").run());

const minuteMs = 60_000;
type Members = Parameters<typeof routedTenant>[1];

/** A route whose leads go on after half an hour; `count` of them wait at A, which is switched off behind them. */
async function waitingAtA(
  members: Members = [{}, {}],
  { count = 1, mode = "first_accepting" }: { count?: number; mode?: RouteMode } = {},
): Promise<RoutedTenant> {
  const tenant = await routedTenant(mode, members, { overflowMinutes: 30 });
  const others = tenant.members.slice(1);
  await setEnabled(others, 0);
  await store(tenant, 0, count);
  await setEnabled(others, 1);
  await setEnabled(tenant.members.slice(0, 1), 0);
  return tenant;
}

async function store(tenant: RoutedTenant, first: number, count: number, payload = {}) {
  for (let at = first; at < first + count; at += 100)
    await deliverMessages(
      Array.from({ length: Math.min(100, first + count - at) }, (_, index) =>
        tenant.submission({
          fields: { email: `p${at + index}@example.com` },
          context: { ...tenant.submission().context, ip: null },
          payload,
        }),
      ),
    );
}

async function setEnabled(ids: readonly string[], enabled: 0 | 1) {
  for (const id of ids)
    await env.DB.prepare("UPDATE destinations SET enabled = ? WHERE id = ?").bind(enabled, id).run();
}

const sweep = (minutes: number, given: Partial<Dependencies> = {}) =>
  sweepOverflow(testDependencies({ now: () => testNow + minutes * minuteMs, ...given }));

const named = ({ members }: RoutedTenant, id: string) => String.fromCharCode(65 + members.indexOf(id));
async function standing(tenant: RoutedTenant): Promise<string[]> {
  const found = await rows<{ destination_id: string; status: string; last_error: string | null }>(
    "SELECT * FROM deliveries WHERE client_id = ? ORDER BY lead_id, created_at, destination_id",
    tenant.clientId,
  );
  return found.map(({ destination_id, status, last_error }) => {
    const why = last_error === null ? "" : `: ${last_error}`;
    return `${named(tenant, destination_id)} ${status}${why}`;
  });
}

/** The same without why, in no order of leads. */
const states = async (tenant: RoutedTenant): Promise<string[]> =>
  (await standing(tenant)).map((line) => line.split(":")[0] ?? "").sort((a, b) => a.localeCompare(b));

async function counts(tenant: RoutedTenant): Promise<Record<string, number>> {
  const found = await rows<{ subject: string; count: number }>(
    "SELECT subject, count FROM tallies WHERE client_id = ? AND subject LIKE 'route:%' ORDER BY subject",
    tenant.clientId,
  );
  return Object.fromEntries(
    found.map(({ subject, count }) => [
      subject.replace(`route:${tenant.routeId}:1000:dst_`, "").replace(`_${tenant.clientId}`, ""),
      count,
    ]),
  );
}

const moved = [
  "A skipped: it waited here for more than 30 minutes, since it is disabled; the lead went on to B",
  "B pending",
];

describe("a lead that waits at a member of its route", () => {
  it.each<[string, number, string[]]>([
    ["stays there for the time that is set", 29.9, ["A pending"]],
    ["goes on to the next then, and says why it left", 30, moved],
    ["goes on however late the sweep comes", 600, moved],
  ])("%s", async (_, minutes, expected) => {
    const tenant = await waitingAtA();
    await sweep(minutes);
    expect(await standing(tenant)).toEqual(expected);
  });

  it.each([
    ["once, however many sweeps move them, where somebody is told of steps", true, 3],
    ["never where nobody is", false, undefined],
  ])("raises word of those that went on %s", async (_what, isTold, count) => {
    const tenant = await waitingAtA([{}, {}], { count: 3 });
    if (isTold)
      await env.DB.prepare(
        `UPDATE destinations SET event_types_json = '["lead.created","workflow.step_run"]' WHERE id = ?`,
      )
        .bind(tenant.members[1])
        .run();
    await Promise.all([sweep(31), sweep(31), sweep(31)]);
    await sweep(32);
    const raised = await rows(
      "SELECT destination_id, type, subject, count, detail_json FROM signals WHERE client_id = ?",
      tenant.clientId,
    );
    expect(raised).toEqual(
      count === undefined
        ? []
        : [
            {
              destination_id: tenant.members[0],
              type: "workflow.step_run",
              subject: "route, passed on",
              count,
              detail_json: expect.stringContaining("since it is disabled; the lead went on to B"),
            },
          ],
    );
  });

  it("is the next one's: counted there, kept there, due there, and the first is done with it", async () => {
    const tenant = await waitingAtA();
    await sweep(31);
    expect(await counts(tenant)).toEqual({ A: 0, B: 1 });
    expect(await rows("SELECT routed_json FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
      { routed_json: JSON.stringify({ [tenant.routeId]: tenant.members[1] }) },
    ]);
    expect(
      await rows(
        "SELECT next_attempt_at, settled_at, route_id FROM deliveries WHERE client_id = ? ORDER BY created_at",
        tenant.clientId,
      ),
    ).toEqual([
      { next_attempt_at: null, settled_at: testNow + 31 * minuteMs, route_id: tenant.routeId },
      { next_attempt_at: testNow + 31 * minuteMs, settled_at: null, route_id: tenant.routeId },
    ]);
  });

  it("of turns and shares was that one's turn all the same", async () => {
    const tenant = await waitingAtA([{}, {}], { mode: "round_robin", count: 1 });
    const before = await counts(tenant);
    await sweep(31);
    const after = await counts(tenant);
    expect(after["A"]).toBe((before["A"] ?? 0) - 1);
    expect(after["A:passed"]).toBe((before["A:passed"] ?? 0) + 1);
    expect(after["B"]).toBe(1);
    expect(after["B:passed"]).toBe((before["B:passed"] ?? 0) - 1);
  });

  it.each<[string, (tenant: RoutedTenant) => Promise<unknown>, Members, string[]]>([
    [
      "stays where nobody else takes leads now",
      ({ members }) => setEnabled(members, 0),
      [{}, {}],
      ["A pending"],
    ],
    ["stays where it is alone", async () => {}, [{}], ["A pending"]],
    [
      "goes past one that is closed to one that is open",
      ({ members }) => setEnabled(members.slice(1, 2), 0),
      [{}, {}, {}],
      [
        "A skipped: it waited here for more than 30 minutes, since it is disabled; the lead went on to C",
        "C pending",
      ],
    ],
    [
      "goes to nobody whose conditions keep it out",
      async () => {},
      [{}, { conditions_json: '{"fields.budget":{"$gte":5000}}' }],
      ["A pending"],
    ],
    [
      "stays where no time is set",
      ({ routeId }) =>
        env.DB.prepare("UPDATE routes SET overflow_minutes = NULL WHERE id = ?").bind(routeId).run(),
      [{}, {}],
      ["A pending"],
    ],
    [
      "stays where its route was deleted",
      ({ routeId }) => env.DB.prepare("UPDATE routes SET deleted_at = 1 WHERE id = ?").bind(routeId).run(),
      [{}, {}],
      ["A pending"],
    ],
    [
      "stays where its member went to another route",
      async ({ members: [a] }) => {
        const other = await routedTenant("first_accepting", [{}]);
        await env.DB.prepare("UPDATE route_members SET route_id = ? WHERE destination_id = ?")
          .bind(other.routeId, a)
          .run();
      },
      [{}, {}],
      ["A pending"],
    ],
    [
      "stays while a try is under way",
      ({ clientId }) =>
        env.DB.prepare("UPDATE deliveries SET status = 'in_flight', attempts = 1 WHERE client_id = ?")
          .bind(clientId)
          .run(),
      [{}, {}],
      ["A in_flight"],
    ],
    [
      "goes on where it is held, too",
      ({ clientId }) =>
        env.DB.prepare("UPDATE deliveries SET status = 'held', next_attempt_at = NULL WHERE client_id = ?")
          .bind(clientId)
          .run(),
      [{}, {}],
      moved,
    ],
    ["stays where a try may have arrived", (tenant) => tried(tenant, "retry", 500), [{}, {}], ["A pending"]],
    [
      "goes on where all it heard was too many requests",
      (tenant) => tried(tenant, "retry", 429),
      [{}, {}],
      moved,
    ],
    [
      "goes on from one that is open and slow, and says no more than that it waited",
      ({ members }) => setEnabled(members, 1),
      [{}, {}],
      ["A skipped: it waited here for more than 30 minutes; the lead went on to B", "B pending"],
    ],
  ])("%s", async (_, change, members, expected) => {
    const tenant = await waitingAtA(members);
    await change(tenant);
    await sweep(31);
    expect(await standing(tenant)).toEqual(expected);
  });

  it("of which that member has another event stays its own", async () => {
    const tenant = await waitingAtA();
    await env.DB.prepare(
      `INSERT INTO deliveries (lead_id, event_id, destination_id, public_id, client_id, status, max_attempts, settled_at, created_at)
       SELECT lead_id, 'before', destination_id, 'before-' || public_id, client_id, 'delivered', 1, 1, 1 FROM deliveries WHERE client_id = ?`,
    )
      .bind(tenant.clientId)
      .run();
    await sweep(31);
    expect(await standing(tenant)).toEqual(["A delivered", "A pending"]);
  });

  it("takes its other events along, whoever's turn it would be", async () => {
    const takes = { destination: { event_types_json: '["lead.created","lead.updated"]' } };
    const tenant = await waitingAtA([takes, takes, takes], { mode: "round_robin" });
    const [lead] = await rows<{ contact_email: string }>(
      "SELECT contact_email FROM leads WHERE client_id = ?",
      tenant.clientId,
    );
    await deliverMessages([
      tenant.submission({
        fields: { email: lead?.contact_email ?? "", phone: "9876543210", country_code: "+91" },
        context: { ...tenant.submission().context, ip: null },
      }),
    ]);
    await sweep(31);
    expect(await states(tenant)).toEqual(["A skipped", "A skipped", "B pending", "B pending"]);
    expect(await counts(tenant)).toMatchObject({ A: 0, B: 1 });
  });

  it("goes on once more where it waits too long at the next, and never back", async () => {
    const tenant = await waitingAtA([{}, {}, {}]);
    const [a, b, c] = tenant.members;
    await sweep(31);
    await setEnabled([String(a)], 1);
    await setEnabled([String(b)], 0);
    await sweep(60);
    await sweep(62);
    await setEnabled([String(c)], 0);
    await sweep(200);
    expect(await states(tenant)).toEqual(["A skipped", "B skipped", "C pending"]);
  });
});

/** A try of what waits at A that ended so. */
async function tried({ clientId }: RoutedTenant, outcome: string, status: number) {
  await env.DB.batch([
    env.DB.prepare("UPDATE deliveries SET attempts = 1 WHERE client_id = ?").bind(clientId),
    env.DB.prepare(
      `INSERT INTO delivery_attempts (lead_id, event_id, destination_id, number, client_id, outcome, status_code, started_at, duration_ms)
       SELECT lead_id, event_id, destination_id, 1, client_id, ?, ?, 1, 1 FROM deliveries WHERE client_id = ?`,
    ).bind(outcome, status, clientId),
  ]);
}

describe("leads that wait too long", () => {
  it("go on each once, in their order, whoever sweeps at once and however often", async () => {
    const tenant = await waitingAtA([{}, {}, {}], { count: 50, mode: "weighted" });
    await Promise.all([sweep(31), sweep(31), sweep(32)]);
    await sweep(33);
    const found = await rows<{ lead_id: number; status: string; n: number }>(
      "SELECT status, count(*) AS n, count(DISTINCT lead_id) AS leads FROM deliveries WHERE client_id = ? GROUP BY 1",
      tenant.clientId,
    );
    expect(found).toEqual([
      { status: "pending", n: 50, leads: 50 },
      { status: "skipped", n: 50, leads: 50 },
    ]);
    expect(await counts(tenant)).toMatchObject({ A: 0, B: 25, C: 25 });
  });

  it.each<[string, (run: () => Promise<D1Result[]>) => Promise<D1Result[]>]>([
    [
      "before it is written",
      async () => {
        throw new Error("D1_ERROR: Network connection lost.");
      },
    ],
    [
      "when it is written, and nobody hears of it",
      async (run) => {
        await run();
        throw new Error("D1_ERROR: Network connection lost.");
      },
    ],
  ])("go on once where the sweep dies %s", async (_, dies) => {
    const tenant = await waitingAtA([{}, {}], { count: 3 });
    const lead = watchedD1(env.DB, (sql, run) => (sql.includes("json_patch") ? dies(run) : run()));
    await expect(sweep(31, { leadDatabase: () => lead })).rejects.toThrow("Network connection lost");
    await sweep(32);
    await sweep(33);
    expect(await states(tenant)).toEqual([...Array(3).fill("A skipped"), ...Array(3).fill("B pending")]);
    expect(await counts(tenant)).toEqual({ A: 0, B: 3 });
  });

  it("stay with whoever claims them in that moment", async () => {
    const tenant = await waitingAtA([{}, {}], { count: 2 });
    const lead = watchedD1(env.DB, async (sql, run) => {
      if (sql.includes("json_patch"))
        await env.DB.prepare(
          `UPDATE deliveries SET status = 'in_flight', attempts = 1
           WHERE client_id = ? AND lead_id = (SELECT min(id) FROM leads WHERE client_id = ?)`,
        )
          .bind(tenant.clientId, tenant.clientId)
          .run();
      return run();
    });
    await sweep(31, { leadDatabase: () => lead });
    expect(await states(tenant)).toEqual(["A in_flight", "A skipped", "B pending"]);
    expect(await counts(tenant)).toEqual({ A: 1, B: 1 });
  });

  it("fill a cap and no more: the rest waits where it is", async () => {
    const limits_json = JSON.stringify({
      time_zone: "UTC",
      week_starts: "monday",
      caps: [{ per: "day", leads: 2, source: null }],
      hours: null,
      holidays: [],
    });
    const tenant = await waitingAtA([{}, { destination: { limits_json } }], { count: 5 });
    await sweep(31);
    expect(await states(tenant)).toEqual([
      "A pending",
      "A pending",
      "A pending",
      "A skipped",
      "A skipped",
      "B pending",
      "B pending",
    ]);
  });

  it("are found behind hundreds that nobody else takes", async () => {
    const only = '{"fields.budget":{"$gte":5000}}';
    const tenant = await routedTenant("first_accepting", [{}, { conditions_json: only }], {
      overflowMinutes: 30,
    });
    await store(tenant, 0, 601);
    await env.DB.prepare("UPDATE deliveries SET created_at = created_at - 1000 WHERE client_id = ?")
      .bind(tenant.clientId)
      .run();
    await store(tenant, 601, 1, { budget: "9000" });
    await setEnabled(tenant.members.slice(0, 1), 0);
    await sweep(31, { random: () => 0.000001 });
    const sent = (await standing(tenant)).filter((line) => line === "B pending");
    expect(sent).toHaveLength(1);
  }, 60_000);

  it("are looked at so many at once, from where a look is to begin", async () => {
    const tenant = await waitingAtA([{}, {}], { count: 5 });
    const ranges = [{ route_id: tenant.routeId, after: 0, until: testNow }];
    const look = (limit: number, after = 0) =>
      runOne(
        env.DB,
        overdueDeliveries(
          pipelineScope,
          ranges.map((range) => ({ ...range, after })),
          limit,
        ),
      );
    const [few, all, none] = [await look(3), await look(6), await look(6, testNow)];
    expect([few, all, none].map(({ waiting }) => waiting.length)).toEqual([3, 5, 0]);
    expect([few, all, none].map(({ more }) => [...more])).toEqual([[[tenant.routeId, testNow]], [], []]);
  });
});

it("a minute in which no route is so set asks once, and one in which nothing waits reads hardly more", async () => {
  await routedTenant("weighted", [{}, {}]);
  const idle = meteredD1();
  await sweep(0, idle.databases);
  expect(idle.bill).toMatchObject({ calls: 1, written: 0 });
  expect(idle.bill.read).toBeLessThanOrEqual(1);
  await routedTenant("weighted", [{}, {}], { overflowMinutes: 5 });
  const waiting = meteredD1();
  await sweep(0, waiting.databases);
  expect(waiting.bill).toMatchObject({ calls: 2, written: 0 });
  expect(waiting.bill.read).toBeLessThanOrEqual(4);
});

it("no statement of it scans a table", async () => {
  await waitingAtA();
  const { d1, asked } = rememberingD1();
  await sweep(31, { control: d1, leadDatabase: () => d1 });
  expect(asked.size).toBeGreaterThan(6);
  for (const sql of asked) expect({ sql, scans: await scannedTables(sql) }).toEqual({ sql, scans: [] });
});
