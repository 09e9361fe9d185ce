import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDependencies } from "../../../test/deliver-messages.ts";
import { failing } from "../../../test/failing.ts";
import { meteredD1 } from "../../../test/metered-d1.ts";
import { placeRow } from "../../../test/place-row.ts";
import { placeDelivery } from "../../../test/placed-delivery.ts";
import { newTenant, rows, type Tenant } from "../../../test/tenant.ts";
import { sweepAlerts } from "./sweep-alerts.ts";

const minute = 60_000;
const start = 1_900_000_000_000;

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(async () => {
  for (const table of ["told_alerts", "destination_health", "dead_letter_groups", "destinations"])
    await env.DB.prepare(`DELETE FROM ${table}`).run();
});

const sweepAt = (nowMs: number, given: Parameters<typeof testDependencies>[0] = {}) =>
  sweepAlerts(testDependencies({ now: () => nowMs, ...given }));

/** A client with a CRM and, beside it, a chat that is told of everything. */
async function watched(
  events = ["destination.down", "destination.recovered", "destination.disabled", "delivery.dead_lettered"],
) {
  const tenant = await newTenant();
  const chat = `dst_chat_${crypto.randomUUID()}`;
  await placeRow("destinations", {
    id: chat,
    client_id: tenant.clientId,
    name: "Chat",
    kind: "make",
    sealed_settings: "sealed",
    environments_json: '["development"]',
    event_types_json: JSON.stringify(events),
    created_at: 0,
    updated_at: 0,
  });
  return { ...tenant, chat };
}
const goesDown = ({ destinationId, clientId }: Tenant, since: number) =>
  placeRow("destination_health", {
    destination_id: destinationId,
    client_id: clientId,
    state: "down",
    since,
    suspects_json: "[]",
  });
const comesBack = ({ destinationId }: Tenant) =>
  env.DB.prepare("DELETE FROM destination_health WHERE destination_id = ?").bind(destinationId).run();
/** What the chat is told, in order. */
const toldTo = (destinationId: string) =>
  rows<{ type: string; payload_json: string; status: string; lead_id: number }>(
    `SELECT e.type, e.payload_json, d.status, d.lead_id FROM deliveries d JOIN events e ON e.lead_id = d.lead_id AND e.id = d.event_id
     WHERE d.destination_id = ? ORDER BY e.created_at, e.type`,
    destinationId,
  );
const typesTo = async (destinationId: string) => (await toldTo(destinationId)).map(({ type }) => type);

/** A delivery that died there for this reason, with its letter. */
async function dies(
  { clientId, destinationId }: Tenant,
  at: number,
  given: { error?: string; is_notice?: 1 } = {},
) {
  const { error = "HTTP 422: no such list", is_notice = null } = given;
  const key = { lead_id: 7, event_id: crypto.randomUUID(), destination_id: destinationId };
  await placeDelivery({ ...key, client_id: clientId, status: "dead", settled_at: at, is_notice });
  await placeRow("dead_letters", {
    id: crypto.randomUUID(),
    client_id: clientId,
    kind: "delivery",
    cause: "refused",
    ...key,
    attempts: 1,
    last_status_code: 422,
    last_error: error,
    first_failed_at: at,
    last_failed_at: at,
    created_at: at,
    fingerprint: error,
  });
}

describe("a destination that is down", () => {
  it("is told once after a minute, and its end once", async () => {
    const house = await watched();
    await goesDown(house, start);
    await sweepAt(start + minute - 1);
    expect(await typesTo(house.chat)).toEqual([]);
    for (const later of [1, 2, 3]) await sweepAt(start + later * minute);
    expect(await toldTo(house.chat)).toMatchObject([
      { type: "destination.down", status: "pending", lead_id: 0 },
    ]);
    await comesBack(house);
    for (const later of [9, 10]) await sweepAt(start + later * minute);
    expect(await typesTo(house.chat)).toEqual(["destination.down", "destination.recovered"]);
    const [first] = await toldTo(house.chat);
    expect(first?.payload_json).toContain(house.destinationId);
    expect(await toldTo(house.destinationId)).toEqual([]);
  });

  it("is told again when it goes down again", async () => {
    const house = await watched(["destination.down"]);
    await goesDown(house, start);
    await sweepAt(start + minute);
    await comesBack(house);
    await sweepAt(start + 2 * minute);
    await goesDown(house, start + 3 * minute);
    await sweepAt(start + 9 * minute);
    expect(await typesTo(house.chat)).toEqual(["destination.down", "destination.down"]);
  });

  it("of a client whom nobody watches is told nobody, and not later either once it is back", async () => {
    const house = await newTenant();
    const other = await watched();
    await goesDown(house, start);
    await sweepAt(start + minute);
    await comesBack(house);
    await sweepAt(start + 2 * minute);
    expect(await typesTo(other.chat)).toEqual([]);
    expect(await rows("SELECT * FROM told_alerts")).toEqual([]);
  });

  it("and is switched off by a person meanwhile has not recovered", async () => {
    const house = await watched();
    await goesDown(house, start);
    await sweepAt(start + minute);
    await env.DB.prepare("UPDATE destinations SET enabled = 0, disabled_reason = 'by_hand' WHERE id = ?")
      .bind(house.destinationId)
      .run();
    await sweepAt(start + 2 * minute);
    expect(await typesTo(house.chat)).toEqual(["destination.down"]);
    expect(await rows("SELECT * FROM told_alerts")).toEqual([]);
  });

  it("is told though the invocation dies before it could remember that, and once only", async () => {
    const house = await watched();
    await goesDown(house, start);
    let calls = 0;
    const dying = new Proxy(env.DB, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== "batch") return typeof value === "function" ? value.bind(target) : value;
        return (statements: D1PreparedStatement[]) =>
          // The facts, the alerts, and what was told.
          (calls += 1) === 3
            ? Promise.reject(new Error("D1_ERROR: Network connection lost."))
            : target.batch(statements);
      },
    });
    await expect(sweepAt(start + minute, { control: dying, leadDatabase: () => dying })).rejects.toThrow();
    expect(calls).toBe(3);
    await sweepAt(start + 2 * minute);
    expect(await typesTo(house.chat)).toEqual(["destination.down"]);
  });
});

describe("a destination that said that it is gone", () => {
  it("is told once", async () => {
    const house = await watched();
    await env.DB.prepare(
      "UPDATE destinations SET enabled = 0, disabled_reason = 'gone', disabled_at = ? WHERE id = ?",
    )
      .bind(start, house.destinationId)
      .run();
    for (const later of [0, 1, 2]) await sweepAt(start + later * minute);
    expect(await typesTo(house.chat)).toEqual(["destination.disabled"]);
  });
});

describe("leads that died", () => {
  it("are told cause by cause, with the one that came last", async () => {
    const house = await watched();
    for (const error of ["no such list", "wrong key"])
      for (const late of [0, 1, 2]) await dies(house, start + late, { error });
    for (const later of [0, 1]) await sweepAt(start + later * minute);
    const told = await toldTo(house.chat);
    expect(told.map(({ type }) => type)).toEqual(["delivery.dead_lettered", "delivery.dead_lettered"]);
    expect(told.map(({ payload_json }) => payload_json.includes("3 leads did not reach"))).toEqual([
      true,
      true,
    ]);
  });

  it("of a notice's own delivery bring about no other", async () => {
    const house = await watched();
    await dies(house, start, { is_notice: 1 });
    await sweepAt(start);
    expect(await typesTo(house.chat)).toEqual([]);
  });

  it("are told to the other of two that watch each other, and to neither of itself", async () => {
    const house = await watched();
    await dies({ ...house, destinationId: house.chat }, start);
    await sweepAt(start);
    expect(await typesTo(house.chat)).toEqual([]);
  });
});

it("a minute in which nobody wants to know anything is one call and reads next to nothing", async () => {
  for (let each = 0; each < 30; each += 1) await newTenant();
  const { bill, databases } = meteredD1();
  expect(await sweepAlerts(testDependencies({ ...databases, now: () => start }))).toBe(0);
  expect(bill).toMatchObject({ calls: 1, written: 0 });
  expect(bill.read).toBeLessThanOrEqual(10);
});

it("a database that is away keeps back no other's alerts", async () => {
  const [house, away] = [await watched(), await watched()];
  await env.DB.prepare("UPDATE clients SET database_binding = 'DB_AWAY' WHERE id = ?")
    .bind(away.clientId)
    .run();
  await goesDown(house, start);
  await goesDown(away, start);
  const leadDatabase = (name: string) => (name === "DB_AWAY" ? failing(env.DB, ["batch"]) : env.DB);
  await expect(sweepAt(start + minute, { leadDatabase })).rejects.toThrow("DB_AWAY");
  expect(await typesTo(house.chat)).toEqual(["destination.down"]);
});
