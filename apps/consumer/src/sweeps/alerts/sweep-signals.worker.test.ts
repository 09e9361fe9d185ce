import type { Signal, SignalOf } from "@leadrelay/contracts/signal";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { dueSignals } from "@leadrelay/db/signals/due-signals";
import { raiseSignals } from "@leadrelay/db/signals/raise-signals";
import type { Statement } from "@leadrelay/db/statement";
import { forgetSignals, settleSignals } from "@leadrelay/db/signals/settle-signals";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDependencies } from "../../../test/deliver-messages.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { placeRow } from "../../../test/place-row.ts";
import { scannedTables } from "../../../test/query-plans.ts";
import { newTenant, rows, type Tenant } from "../../../test/tenant.ts";
import { deleteQuarantined } from "../quarantine/delete-quarantined.ts";
import { sweepAlerts } from "./sweep-alerts.ts";

const minute = 60_000;
const hour = 60 * minute;
const start = 1_900_000_000_000;

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  for (const table of ["signals", "told_alerts", "destinations"])
    await env.DB.prepare(`DELETE FROM ${table}`).run();
});

const sweepAt = (nowMs: number) => sweepAlerts(testDependencies({ now: () => nowMs }));
const raise = (...signals: Signal[]) => runBatch(env.DB, raiseSignals(pipelineScope, signals));

/** A client with a CRM and a chat that is told these. */
async function watched(
  events: readonly string[] = ["delivery.failing", "delivery.recovered", "workflow.step_run"],
) {
  const tenant = await newTenant();
  const chat = `dst_chat_${crypto.randomUUID()}`;
  await placeRow("destinations", {
    id: chat,
    client_id: tenant.clientId,
    name: "Chat",
    kind: "slack",
    sealed_settings: "sealed",
    environments_json: '["development"]',
    event_types_json: JSON.stringify(events),
    created_at: 0,
    updated_at: 0,
  });
  return { ...tenant, chat };
}
const failing = ({ clientId, destinationId }: Tenant, raised_at: number): SignalOf<"delivery.failing"> => ({
  type: "delivery.failing",
  client_id: clientId,
  destination_id: destinationId,
  subject: "",
  count: 1,
  raised_at,
  sample: null,
  part: { delivery_id: "dlv_1", attempts: 4, status_code: 503, error: "HTTP 503", next_attempt_at: null },
});
const recovered = (house: Tenant, raised_at: number): SignalOf<"delivery.recovered"> => ({
  ...failing(house, raised_at),
  type: "delivery.recovered",
  part: { delivery_id: "dlv_1", attempts: 6 },
});
const filtered = (house: Tenant, raised_at: number, count = 1): SignalOf<"workflow.step_run"> => ({
  ...failing(house, raised_at),
  type: "workflow.step_run",
  subject: "filter",
  count,
  part: { step: "filter", did: "were left out", reason: "it takes Pune alone", submission_id: null },
});
const toldTo = (destinationId: string) =>
  rows<{ type: string; payload_json: string; is_notice: number; lead_id: number }>(
    `SELECT e.type, e.payload_json, d.is_notice, d.lead_id FROM deliveries d JOIN events e ON e.lead_id = d.lead_id AND e.id = d.event_id
     WHERE d.destination_id = ? ORDER BY e.created_at, e.type`,
    destinationId,
  );
const typesTo = async (destinationId: string) => (await toldTo(destinationId)).map(({ type }) => type);
const signalsNow = () =>
  rows<{ type: string; count: number }>("SELECT type, count FROM signals ORDER BY type");

describe("a destination at which deliveries fail", () => {
  it("is told once for an outage and once for its end, however many say so", async () => {
    const house = await watched();
    for (let each = 0; each < 20; each += 1) await raise(failing(house, start + each));
    for (const later of [1, 2, 3]) {
      await sweepAt(start + later * minute);
      await raise(failing(house, start + later * minute + 1));
    }
    expect(await typesTo(house.chat)).toEqual(["delivery.failing"]);
    const end = start + 2 * hour;
    for (let each = 0; each < 20; each += 1) await raise(recovered(house, end + each));
    for (const later of [1, 2]) await sweepAt(end + later * minute);
    expect(await toldTo(house.chat)).toMatchObject([
      { type: "delivery.failing", is_notice: 1, lead_id: 0 },
      { type: "delivery.recovered", is_notice: 1, lead_id: 0 },
    ]);
    expect(await signalsNow()).toEqual([]);
    expect(await toldTo(house.destinationId)).toEqual([]);
  });

  it("is told again when it fails the next time, an hour after the first at the earliest", async () => {
    const house = await watched();
    await raise(failing(house, start));
    await sweepAt(start + minute);
    await raise(recovered(house, start + 2 * minute));
    await sweepAt(start + 3 * minute);
    await raise(failing(house, start + 4 * minute));
    await sweepAt(start + 5 * minute);
    expect(await typesTo(house.chat)).toEqual(["delivery.failing", "delivery.recovered"]);
    await sweepAt(start + 61 * minute);
    expect(await typesTo(house.chat)).toEqual(["delivery.failing", "delivery.recovered", "delivery.failing"]);
  });
});

describe("what acted on leads", () => {
  it("is told at once, then once an hour with how many it was", async () => {
    const house = await watched();
    await raise(filtered(house, start));
    await sweepAt(start + minute);
    for (let each = 0; each < 7; each += 1) await raise(filtered(house, start + 2 * minute + each, 2));
    await sweepAt(start + 30 * minute);
    expect(await typesTo(house.chat)).toEqual(["workflow.step_run"]);
    await sweepAt(start + 61 * minute);
    const [, second] = await toldTo(house.chat);
    expect(second?.payload_json).toContain('"leads":14');
    await sweepAt(start + 122 * minute);
    expect(await typesTo(house.chat)).toHaveLength(2);
    expect(await signalsNow()).toEqual([]);
  });

  it("and is raised while it is told stays to be told", async () => {
    const house = await watched();
    await raise(filtered(house, start, 3));
    const [due] = await runBatch(env.DB, [dueSignals(pipelineScope, start)]);
    await raise(filtered(house, start + 1, 2));
    const settled = due.map((one) => ({ ...one, due_at: start + hour, told_at: start }));
    await runBatch(env.DB, settleSignals(pipelineScope, settled));
    expect(await signalsNow()).toEqual([{ type: "workflow.step_run", count: 2 }]);
  });
});

it("a signal is shown by the lead that it is about", async () => {
  const house = await watched();
  await placeRow("events", {
    lead_id: 77,
    id: "evt_77",
    client_id: house.clientId,
    type: "lead.created",
    submission_public_id: "sub_77",
    payload_json: JSON.stringify({ first_name: "Asha" }),
    created_at: start,
  });
  await raise({ ...failing(house, start), sample: { lead_id: 77, event_id: "evt_77" } });
  await sweepAt(start + minute);
  expect((await toldTo(house.chat))[0]?.payload_json).toContain('"lead":{"first_name":"Asha"}');
});

it("a signal that nobody takes is forgotten, and one of a client whom nobody watches after a day", async () => {
  const [house, other] = [await watched(["destination.down"]), await newTenant()];
  await raise(failing(house, start), failing(other, start));
  await sweepAt(start + minute);
  expect(await signalsNow()).toEqual([]);
  await env.DB.prepare("DELETE FROM destinations").run();
  await raise(failing(other, start));
  const forget = (now: number) => deleteQuarantined(testDependencies({ now: () => now }));
  await sweepAt(start + minute);
  await forget(start + 24 * hour);
  expect(await signalsNow()).toHaveLength(1);
  await forget(start + 24 * hour + 1);
  expect(await signalsNow()).toEqual([]);
});

it("what is raised again and does not add up writes nothing", async () => {
  const house = await watched();
  await raise(failing(house, start));
  const { bill, databases } = meteredD1();
  await runBatch(databases.control, raiseSignals(pipelineScope, [failing(house, start + 1)]));
  expect(bill).toMatchObject({ written: 0 });
});

it.each<[string, Statement<unknown>]>([
  ["due", dueSignals(pipelineScope, start)],
  ["to be forgotten", forgetSignals(pipelineScope, start, 10)],
  ...settleSignals(pipelineScope, [
    { destination_id: "d", type: "t", subject: "", count: 1, due_at: null, told_at: null },
  ]).map((statement) => ["to be settled", statement] satisfies [string, Statement<unknown>]),
])("signals that are %s are found through an index", async (_what, statement) => {
  expect(await scannedTables(statement.query.sql)).toEqual([]);
});
