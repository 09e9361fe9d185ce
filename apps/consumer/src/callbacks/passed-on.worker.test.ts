import type { CallbackMessage } from "@leadrelay/contracts/callback-message";
import type { ReturnRules } from "@leadrelay/contracts/after-delivery";
import { noticeSchema } from "@leadrelay/contracts/notice";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { rememberingD1, scannedTables } from "../../test/query-plans.ts";
import { routedTenant, type RoutedTenant } from "../../test/routed-tenant.ts";
import { rows } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

interface Routed extends RoutedTenant {
  leadId: number;
  /** Somebody says that the lead is given back; by which member, if it says that. */
  giveBack: (by?: string, given?: Partial<CallbackMessage>) => CallbackMessage;
}

/** A lead that A of A, B and C took, whose members may give leads back so. */
async function takenByA(
  returns: ReturnRules | null = { pass_on: true },
  mode: "first_accepting" | "round_robin" = "first_accepting",
): Promise<Routed> {
  const destination = {
    confirm_json: returns === null ? null : JSON.stringify({ returns }),
    event_types_json: '["lead.created","lead.reengaged","lead.returned"]',
  };
  const tenant = await routedTenant(mode, [{ destination }, { destination }, { destination }]);
  await deliverMessages([tenant.submission({ fields: { email: `${crypto.randomUUID()}@example.com` } })]);
  await arrive(tenant);
  const [lead] = await rows<{ id: number }>("SELECT id FROM leads WHERE client_id = ?", tenant.clientId);
  const leadId = lead?.id ?? 0;
  return {
    ...tenant,
    leadId,
    giveBack: (by, given = {}) => ({
      v: 1,
      type: "callback",
      callback_id: crypto.randomUUID(),
      received_at: testNow,
      proof: { by: "edge", client_id: tenant.clientId },
      said: {
        kind: "outcome",
        lead: { lead_id: leadId },
        outcome: "returned",
        reason: "spam",
        ...(by !== undefined && { destination_id: by }),
      },
      ...given,
    }),
  };
}

/** Whatever waits somewhere is taken there. */
const arrive = ({ clientId }: RoutedTenant) =>
  env.DB.prepare(
    `UPDATE deliveries SET status = 'delivered', settled_at = created_at + attempts, attempts = 1, next_attempt_at = NULL
     WHERE client_id = ? AND status = 'pending' AND is_notice IS NULL`,
  )
    .bind(clientId)
    .run();

/** Who got the lead. */
async function had({ clientId, members }: RoutedTenant): Promise<string[]> {
  const found = await rows<{ destination_id: string; status: string }>(
    "SELECT destination_id, status FROM deliveries WHERE client_id = ? AND is_notice IS NULL ORDER BY destination_id",
    clientId,
  );
  return found.map(({ destination_id, status }) => `${named(members, destination_id)} ${status}`);
}

const named = (members: readonly string[], id: string) => String.fromCharCode(65 + members.indexOf(id));

async function counts({ clientId, routeId }: RoutedTenant): Promise<Record<string, number>> {
  const found = await rows<{ subject: string; count: number }>(
    "SELECT subject, count FROM tallies WHERE client_id = ? AND subject LIKE 'route:%'",
    clientId,
  );
  return Object.fromEntries(
    found.map(({ subject, count }) => [
      subject.replace(`route:${routeId}:1000:dst_`, "").replace(`_${clientId}`, ""),
      count,
    ]),
  );
}

/** To whom each return went on, as told. */
async function toldOf({ clientId }: RoutedTenant): Promise<(string | null)[]> {
  const events = await rows<{ payload_json: string }>(
    "SELECT payload_json FROM events WHERE client_id = ? AND type = 'lead.returned' ORDER BY created_at",
    clientId,
  );
  return events.map(({ payload_json }) => {
    const { notice } = JSON.parse(payload_json.slice(payload_json.indexOf("{"))) as { notice: unknown };
    const read = noticeSchema.parse(notice);
    return read.type === "lead.returned" ? (read.returned.passed_on_to?.name ?? null) : "another";
  });
}

describe("a lead that a member of a route gives back", () => {
  it("goes on to the next, is kept and counted there, is woken, and told of with its name", async () => {
    const tenant = await takenByA();
    const dependencies = testDependencies();
    await deliverMessages([tenant.giveBack()], dependencies);
    expect(await had(tenant)).toEqual(["A delivered", "B pending"]);
    expect(await counts(tenant)).toEqual({ A: 0, B: 1 });
    expect(await rows("SELECT routed_json FROM leads WHERE id = ?", tenant.leadId)).toEqual([
      { routed_json: JSON.stringify({ [tenant.routeId]: tenant.members[1] }) },
    ]);
    expect(JSON.stringify(dependencies.deliveriesQueue.sent)).toContain(tenant.members[1]);
    expect(await toldOf(tenant)).toEqual(["B"]);
  });

  it("of turns was that one's turn all the same", async () => {
    const tenant = await takenByA({ pass_on: true }, "round_robin");
    await deliverMessages([tenant.giveBack()]);
    expect(await counts(tenant)).toEqual({ A: 0, "A:passed": 1, B: 1, "B:passed": -1 });
  });

  it.each<[string, ReturnRules | null, (tenant: Routed) => Promise<unknown>, (string | null)[]]>([
    ["that agreed on returns alone", {}, async () => {}, [null]],
    ["that switched it off", { pass_on: false }, async () => {}, [null]],
    ["that agreed on no returns", null, async () => {}, [null]],
    ["for a reason that was not agreed", { pass_on: true, reasons: ["late"] }, async () => {}, [null]],
    [
      "whose route was deleted",
      { pass_on: true },
      ({ routeId }) => env.DB.prepare("UPDATE routes SET deleted_at = 1 WHERE id = ?").bind(routeId).run(),
      [null],
    ],
    [
      "of a route in which every member has it",
      { pass_on: true },
      ({ routeId }) => env.DB.prepare("UPDATE routes SET mode = 'all' WHERE id = ?").bind(routeId).run(),
      [null],
    ],
    [
      "that it went on from before",
      { pass_on: true },
      ({ leadId, routeId, members }) =>
        env.DB.prepare("UPDATE leads SET routed_json = ? WHERE id = ?")
          .bind(JSON.stringify({ [routeId]: members[1] }), leadId)
          .run(),
      [null],
    ],
  ])("%s goes nowhere", async (_, rules, change, told) => {
    const tenant = await takenByA(rules);
    await change(tenant);
    await deliverMessages([tenant.giveBack()]);
    expect(await had(tenant)).toEqual(["A delivered"]);
    expect(await toldOf(tenant)).toEqual(told);
  });

  it("goes from each that gives it back to the next, and from the last to nobody", async () => {
    const tenant = await takenByA();
    for (const member of tenant.members) {
      await deliverMessages([tenant.giveBack(member)]);
      await arrive(tenant);
    }
    expect(await had(tenant)).toEqual(["A delivered", "B delivered", "C delivered"]);
    expect((await toldOf(tenant)).map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "B",
      "C",
      "null",
    ]);
    expect(await counts(tenant)).toEqual({ A: 0, B: 0, C: 1 });
  });

  it.each<[string, (tenant: Routed) => Promise<unknown>]>([
    [
      "in one message that comes twice",
      async ({ giveBack }) => {
        const message = giveBack();
        await deliverMessages([message, message]);
        await deliverMessages([message]);
      },
    ],
    [
      "in two messages, by two consumers at once",
      ({ giveBack }) => Promise.all([deliverMessages([giveBack()]), deliverMessages([giveBack()])]),
    ],
    [
      "once with its name and once without",
      async ({ giveBack, members: [a] }) => {
        await deliverMessages([giveBack(a)]);
        await deliverMessages([giveBack()]);
      },
    ],
    [
      "again when the next has it, naming nobody",
      async (tenant) => {
        await deliverMessages([tenant.giveBack()]);
        await arrive(tenant);
        await deliverMessages([tenant.giveBack()]);
      },
    ],
    [
      "again when the next has it, by its name",
      async (tenant) => {
        await deliverMessages([tenant.giveBack()]);
        await arrive(tenant);
        await deliverMessages([tenant.giveBack(tenant.members[0])]);
      },
    ],
    [
      "and again because nobody heard that it was written",
      async ({ giveBack }) => {
        const message = giveBack();
        const lying = watchedD1(env.DB, async (sql, run) => {
          const results = await run();
          if (sql.includes("json_patch")) throw new Error("D1_ERROR: Network connection lost.");
          return results;
        });
        const given: Partial<Dependencies> = { leadDatabase: () => lying };
        expect((await deliverMessages([message], testDependencies(given))).retried).toEqual([0]);
        await deliverMessages([message]);
      },
    ],
  ])("goes on once where it is said %s", async (_, say) => {
    const tenant = await takenByA();
    await say(tenant);
    expect((await had(tenant)).map((line) => line[0])).toEqual(["A", "B"]);
    expect(await counts(tenant)).toEqual({ A: 0, B: 1 });
    expect(await toldOf(tenant)).toEqual(["B"]);
  });
});

it("no statement of it scans a table", async () => {
  const tenant = await takenByA();
  const { d1, asked } = rememberingD1();
  await deliverMessages([tenant.giveBack()], testDependencies({ control: d1, leadDatabase: () => d1 }));
  expect(await had(tenant)).toEqual(["A delivered", "B pending"]);
  // What was asked, and found by it, are no tables.
  for (const sql of asked) {
    const scans = (await scannedTables(sql)).filter((scan) => !/^SCAN (asked|passing|e$)/.test(scan));
    expect({ sql, scans }).toEqual({ sql, scans: [] });
  }
});

it("a lead that goes on raises word of its route at whoever gave it back, once", async () => {
  const tenant = await takenByA();
  await env.DB.prepare(`UPDATE destinations SET event_types_json = '["workflow.step_run"]' WHERE id = ?`)
    .bind(tenant.members[2])
    .run();
  const back = tenant.giveBack();
  await deliverMessages([back]);
  await deliverMessages([back]);
  expect(
    await rows("SELECT destination_id, subject, count FROM signals WHERE client_id = ?", tenant.clientId),
  ).toEqual([{ destination_id: tenant.members[0], subject: "route, passed on", count: 1 }]);
});
