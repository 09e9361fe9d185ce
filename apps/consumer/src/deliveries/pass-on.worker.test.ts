import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import type { Tally } from "@leadrelay/core/tallies/tally";
import { cancelOthers } from "@leadrelay/db/routes/cancel-others";
import { passOn, type Leaves } from "@leadrelay/db/routes/pass-on";
import { runBatch } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const statuses: DeliveryStatus[] = [
  "pending",
  "held",
  "in_flight",
  "delivered",
  "confirmed",
  "dead",
  "skipped",
  "cancelled",
];

/** A delivery of a lead that went through a route, and the next member's that it goes on to. */
async function leaving(given: Partial<DeliveriesTable> = {}, routed_json: string | null = null) {
  const from = await placeDelivery({ route_id: "rte", ...given });
  await placeRow("leads", {
    id: from.lead_id,
    public_id: `${from.lead_id}`,
    client_id: from.client_id,
    form_id: "f",
    project_key: "p",
    submission_count: 1,
    first_submitted_at: 0,
    last_submitted_at: 0,
    routed_json,
  });
  const next = {
    ...from,
    form_id: "form",
    destination_id: crypto.randomUUID(),
    public_id: crypto.randomUUID(),
    status: "pending" as const,
    attempts: 0,
  };
  const tally: Tally = {
    client_id: from.client_id,
    subject: "route:rte:b",
    period: "all",
    count: 1,
    ends_at: null,
  };
  return { from, next, route_id: "rte", tallies: [tally], signal: null };
}
type Passed = Awaited<ReturnType<typeof leaving>>;

const pass = (leaves: Leaves, ...passed: Passed[]) => runBatch(env.DB, passOn(pipelineScope, passed, leaves));

/** What came of it: whether the next has a delivery, where the lead is said to be, and what is counted. */
async function after({ from, next }: Passed) {
  const { lead_id, client_id } = from;
  const found = await rows(
    "SELECT status FROM deliveries WHERE lead_id = ? AND event_id = ? AND destination_id = ?",
    lead_id,
    next.event_id,
    next.destination_id,
  );
  const [lead] = await rows<{ routed_json: string | null }>(
    "SELECT routed_json FROM leads WHERE id = ?",
    lead_id,
  );
  const counted = await rows<{ count: number }>("SELECT count FROM tallies WHERE client_id = ?", client_id);
  const routed = JSON.parse(lead?.routed_json ?? "null") as unknown;
  return { next: found.map(({ status }) => status), routed, counted: counted.map(({ count }) => count) };
}
const nothing = { next: [], routed: null, counted: [] };
const went = ({ next }: Passed) => ({
  next: ["pending"],
  routed: { rte: next.destination_id },
  counted: [1],
});

describe.each<[Leaves, DeliveryStatus[]]>([
  ["claimed", ["in_flight"]],
  ["waiting", ["pending", "held"]],
  ["delivered", ["delivered", "confirmed"]],
])("a lead that leaves a delivery that is %s", (leaves, may) => {
  it.each(statuses)("goes on as that says while it is %s", async (status) => {
    const passed = await leaving({ status });
    await pass(leaves, passed);
    expect(await after(passed)).toEqual(may.includes(status) ? went(passed) : nothing);
  });
});

describe("a lead that goes on to the next of its route", () => {
  const claimed = { status: "in_flight" } as const;

  it.each([
    ["another lead", { lead_id: 1 }],
    ["another event", { event_id: "other" }],
    ["another destination", { destination_id: "other" }],
    ["an earlier try", { attempts: 2 }],
    ["a later try", { attempts: 4 }],
  ])("does not where that was decided of %s", async (_what, other) => {
    const passed = await leaving(claimed);
    await placeNeighbours(passed.from);
    await pass("claimed", { ...passed, from: { ...passed.from, ...other } });
    expect(await after(passed)).toEqual(nothing);
  });

  it("does so once, whoever tries again when what it left has ended", async () => {
    const passed = await leaving(claimed);
    await pass("claimed", passed);
    await env.DB.prepare("UPDATE deliveries SET status = 'skipped' WHERE public_id = ?")
      .bind(passed.from.public_id)
      .run();
    await pass("claimed", passed);
    expect(await after(passed)).toEqual(went(passed));
  });

  it("keeps where it is in other routes, and is at the next in this", async () => {
    const passed = await leaving(claimed, '{"other":"x","rte":"before"}');
    await pass("claimed", passed);
    expect((await after(passed)).routed).toEqual({ other: "x", rte: passed.next.destination_id });
  });

  it("is counted beside those that were", async () => {
    const passed = await leaving(claimed);
    await placeRow("tallies", { ...passed.tallies[0], count: 6 });
    await pass("claimed", passed);
    expect((await after(passed)).counted).toEqual([7]);
  });

  it("leaves a delivery alone that the next has already", async () => {
    const passed = await leaving(claimed);
    await placeDelivery({ ...passed.next, public_id: crypto.randomUUID(), status: "delivered" });
    await pass("claimed", passed);
    expect((await after(passed)).next).toEqual(["delivered"]);
  });

  it("does so of many, each to its own, and of none", async () => {
    const [one, other, bystander] = [await leaving(claimed), await leaving(claimed), await leaving(claimed)];
    await pass("claimed", one, other);
    await pass("claimed");
    expect([await after(one), await after(other)]).toEqual([went(one), went(other)]);
    expect(await after(bystander)).toEqual(nothing);
  });

  it("moves no count where there is none to move", async () => {
    const passed = { ...(await leaving(claimed)), tallies: [] };
    await pass("claimed", passed);
    expect(await after(passed)).toEqual({ ...went(passed), counted: [] });
  });
});

describe("where a member took the lead after all", () => {
  const taken = async () => await placeDelivery({ status: "delivered", route_id: "rte" });
  const another = (delivery: DeliveriesTable, given: Partial<DeliveriesTable> = {}) =>
    placeDelivery({
      ...delivery,
      status: "pending",
      next_attempt_at: nowMs,
      destination_id: crypto.randomUUID(),
      public_id: crypto.randomUUID(),
      ...given,
    });
  const cancel = (...keys: DeliveriesTable[]) => runBatch(env.DB, [cancelOthers(pipelineScope, keys, nowMs)]);

  it.each(statuses)("what another has that is %s is cancelled if it waits", async (status) => {
    const first = await taken();
    const other = await another(first, { status });
    await cancel(first);
    const isCancelled = status === "pending" || status === "held";
    expect(await deliveryNow(other)).toEqual(
      isCancelled
        ? {
            ...other,
            status: "cancelled",
            settled_at: nowMs,
            next_attempt_at: null,
            last_error: "another member of its route took the lead",
          }
        : other,
    );
    expect(await deliveryNow(first)).toEqual(first);
  });

  it.each<[what: string, given: Partial<DeliveriesTable>]>([
    ["of another route", { route_id: "other" }],
    ["of no route", { route_id: null }],
    ["of another event", { event_id: "other" }],
    ["of another lead", { lead_id: anyLeadId() }],
  ])("what waits %s goes on waiting", async (_what, given) => {
    const first = await taken();
    const other = await another(first, given);
    await cancel(first);
    expect(await deliveryNow(other)).toEqual(other);
  });

  it("what took it waits on, where it is not settled yet", async () => {
    const first = await placeDelivery({ status: "pending", route_id: "rte" });
    await cancel(first);
    expect(await deliveryNow(first)).toEqual(first);
  });

  it("routes of other leads, events and destinations say nothing of it", async () => {
    const first = await taken();
    const waiting = await another(first, { route_id: "other" });
    const { lead_id } = first;
    const near = [{ lead_id: 1 }, { lead_id: lead_id + 1 }, { event_id: "" }, { event_id: "~" }];
    for (const key of [...near, { destination_id: "" }, { destination_id: "~" }])
      await placeDelivery({ ...first, public_id: crypto.randomUUID(), route_id: "other", ...key });
    await cancel(first);
    expect(await deliveryNow(waiting)).toEqual(waiting);
  });
});
