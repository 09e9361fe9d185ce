import type { DeliveryStatus } from "@leadrelay/contracts/delivery-status";
import { cancelDelivery } from "@leadrelay/delivery/replay/cancel-delivery";
import { discardLetter } from "@leadrelay/delivery/replay/discard-letter";
import { replayDelivery } from "@leadrelay/delivery/replay/replay-delivery";
import { replayLetter } from "@leadrelay/delivery/replay/replay-letter";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { commitSingle } from "../../test/commit-single.ts";
import { tenantWithDead } from "../../test/dead-deliveries.ts";
import { testDependencies } from "../../test/deliver-messages.ts";
import { failing } from "../../test/failing.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { misfits, operatorOf, ownerOf } from "../../test/plan-replays.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import { replayDependencies } from "./replay-dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

async function oneDead() {
  const { tenant, ids } = await tenantWithDead(1);
  const queue = virtualQueue();
  const { received, fetch } = scriptedReceiver();
  const dependencies = queue.dependencies({ fetch });
  const reached = replayDependencies(dependencies);
  const [id = ""] = ids;
  const scope = operatorOf(tenant);
  const letterId =
    (await rows<{ id: string }>("SELECT id FROM dead_letters WHERE client_id = ?", tenant.clientId))[0]?.id ??
    "";
  return {
    tenant,
    id,
    letterId,
    queue,
    dependencies,
    received,
    ask: {
      replay: () => replayDelivery(scope, { deliveryId: id, by: "op-1" }, reached),
      cancel: () => cancelDelivery(scope, id, reached),
      replayLetter: () => replayLetter(scope, { letterId, by: "op-1" }, reached),
      discard: () => discardLetter(scope, { letterId, by: "op-1", reason: "a test of ours" }, reached),
    },
  };
}

const setDelivery = (tenant: Tenant, columns: Record<string, unknown>) =>
  env.DB.prepare(
    `UPDATE deliveries SET ${Object.keys(columns)
      .map((name) => `${name} = ?`)
      .join()} WHERE client_id = ?`,
  )
    .bind(...Object.values(columns), tenant.clientId)
    .run();
const settleLetters = (tenant: Tenant) =>
  env.DB.prepare("UPDATE dead_letters SET state = 'replayed' WHERE client_id = ?")
    .bind(tenant.clientId)
    .run();
const stateOf = async (tenant: Tenant) => ({
  ...(await rows("SELECT status, attempts FROM deliveries WHERE client_id = ?", tenant.clientId))[0],
  ...(
    await rows(
      "SELECT state, settled_by, settle_reason FROM dead_letters WHERE client_id = ?",
      tenant.clientId,
    )
  )[0],
});

describe("a delivery sent again", () => {
  it("by its own id or its letter's arrives at once, and its letter says by whom", async () => {
    for (const which of ["replay", "replayLetter"] as const) {
      const { tenant, id, queue, dependencies, received, ask } = await oneDead();
      expect(await commitSingle(await ask[which]())).toBe("done");
      await queue.run(dependencies);
      expect(received).toMatchObject([{ make_send_public_id: id }]);
      expect(await stateOf(tenant)).toEqual({
        status: "delivered",
        attempts: 11,
        state: "replayed",
        settled_by: "op-1",
        settle_reason: "sent again",
      });
    }
  });

  it("twice at once goes once: the second finds it changed", async () => {
    const { queue, dependencies, received, ask } = await oneDead();
    const [first, second] = [await ask.replay(), await ask.replayLetter()];
    await commitSingle(first);
    await expect(commitSingle(second)).rejects.toThrow("CHECK constraint failed: unchanged");
    expect(await commitSingle(await ask.replay())).toBe("under_way");
    expect(await commitSingle(await ask.replayLetter())).toBe("settled");
    await queue.run(dependencies);
    expect(received).toHaveLength(1);
    expect(await commitSingle(await ask.replay())).toBe("delivered");
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["in flight", { status: "in_flight", settled_at: null }, "under_way"],
    ["confirmed", { status: "confirmed" }, "delivered"],
    ["due already", { status: "pending", settled_at: null, next_attempt_at: 1 }, "under_way"],
  ])("that is %s is refused", async (_state, columns, reason) => {
    const { tenant, ask } = await oneDead();
    await setDelivery(tenant, columns);
    expect(await commitSingle(await ask.replay())).toBe(reason);
  });

  it.each<[DeliveryStatus, number]>([
    ["held", 0],
    ["cancelled", 1],
    ["dead", 10],
  ])("that was %s begins its schedule anew, even where its letter was given up", async (status, attempts) => {
    const { tenant, queue, dependencies, received, ask } = await oneDead();
    await commitSingle(await ask.discard());
    await setDelivery(tenant, { status, attempts, max_attempts: 10 });
    expect(await commitSingle(await ask.replay())).toBe("done");
    const [row] = await rows(
      "SELECT schedule_from, max_attempts FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    expect(row).toEqual({ schedule_from: attempts, max_attempts: attempts + 10 });
    await queue.run(dependencies);
    expect(received).toHaveLength(1);
  });

  it("that waits for later goes now, within its round of the schedule", async () => {
    const { tenant, queue, dependencies, received, ask } = await oneDead();
    await settleLetters(tenant);
    const later = queue.clock.now() + 3_600_000;
    await setDelivery(tenant, {
      status: "pending",
      attempts: 4,
      max_attempts: 10,
      settled_at: null,
      next_attempt_at: later,
    });
    expect(await commitSingle(await ask.replay())).toBe("done");
    await queue.run(dependencies);
    expect(received).toHaveLength(1);
    const [row] = await rows(
      "SELECT schedule_from, max_attempts FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    expect(row).toEqual({ schedule_from: 0, max_attempts: 10 });
  });

  it.each([
    ["enabled = 0", "destination_disabled"],
    ["deleted_at = 1", "destination_deleted"],
  ])("to a destination with %s is refused", async (change, reason) => {
    const { tenant, ask } = await oneDead();
    await env.DB.prepare(`UPDATE destinations SET ${change} WHERE client_id = ?`).bind(tenant.clientId).run();
    expect(await commitSingle(await ask.replay())).toBe(reason);
    expect(await commitSingle(await ask.replayLetter())).toBe(reason);
  });

  it("of another tenant's is not found", async () => {
    const { id, letterId } = await oneDead();
    const { tenant } = await tenantWithDead(1);
    const reached = replayDependencies(testDependencies());
    const other = ownerOf(tenant);
    expect(await replayDelivery(other, { deliveryId: id, by: "x" }, reached)).toEqual({ kind: "not_found" });
    expect(await cancelDelivery(other, id, reached)).toEqual({ kind: "not_found" });
    expect(await replayLetter(other, { letterId, by: "x" }, reached)).toEqual({ kind: "not_found" });
    expect(await discardLetter(other, { letterId, by: "x", reason: "y" }, reached)).toEqual({
      kind: "not_found",
    });
  });
});

describe("while another database is away", () => {
  const away = failing(env.DB, ["batch"]);
  /** An owner of two databases, the second of which does not answer. */
  async function withOneAway() {
    const { tenant, id, letterId, dependencies } = await oneDead();
    const reached = replayDependencies({
      ...dependencies,
      leadDatabaseNames: ["DB", "DB_AWAY"],
      leadDatabase: (name) => (name === "DB" ? env.DB : away),
    });
    const clients = [
      ...ownerOf(tenant).clients,
      { id: `cli_${crypto.randomUUID()}`, database: "DB_AWAY", masked: false },
    ];
    return { scope: { ...ownerOf(tenant), clients }, id, letterId, reached };
  }

  it("a delivery or letter of this one is sent again, cancelled or given up", async () => {
    const { scope, id, letterId, reached } = await withOneAway();
    const asked = { letterId, by: "op-1", reason: "a test of ours" };
    const changes = [
      await replayDelivery(scope, { deliveryId: id, by: "op-1" }, reached),
      await cancelDelivery(scope, id, reached),
      await replayLetter(scope, asked, reached),
      await discardLetter(scope, asked, reached),
    ];
    expect(changes.map(({ kind }) => kind)).toEqual(["ready", "refused", "ready", "ready"]);
  });

  it("nobody can say that there is no such thing", async () => {
    const { scope, reached } = await withOneAway();
    const asked = { deliveryId: crypto.randomUUID(), by: "op-1" };
    await expect(replayDelivery(scope, asked, reached)).rejects.toThrow("Network connection lost");
  });
});

describe("a delivery cancelled", () => {
  it.each(["pending", "held"])("while it is %s is not sent", async (status) => {
    const { tenant, queue, dependencies, received, ask } = await oneDead();
    await settleLetters(tenant);
    const waiting = { status, attempts: 1, settled_at: null, next_attempt_at: queue.clock.now() + 5 };
    await setDelivery(tenant, waiting);
    expect(await commitSingle(await ask.cancel())).toBe("done");
    await dependencies.deliveriesQueue.send({
      v: 1,
      type: "wakeup",
      database: "DB",
      keys: await rows(
        "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
        tenant.clientId,
      ),
    });
    await queue.run(dependencies);
    expect(received).toEqual([]);
    expect(await stateOf(tenant)).toMatchObject({ status: "cancelled" });
    expect(await commitSingle(await ask.cancel())).toBe("cancelled");
  });

  it.each<[DeliveryStatus, string]>([
    ["in_flight", "under_way"],
    ["delivered", "delivered"],
    ["dead", "dead"],
  ])("while it is %s stays as it is", async (status, reason) => {
    const { tenant, ask } = await oneDead();
    await setDelivery(tenant, { status });
    expect(await commitSingle(await ask.cancel())).toBe(reason);
  });
});

describe("a letter given up", () => {
  it("keeps who and why, and its delivery dead", async () => {
    const { tenant, ask } = await oneDead();
    expect(await commitSingle(await ask.discard())).toBe("done");
    expect(await stateOf(tenant)).toMatchObject({
      status: "dead",
      state: "discarded",
      settled_by: "op-1",
      settle_reason: "a test of ours",
    });
    expect(await commitSingle(await ask.discard())).toBe("settled");
    expect(await commitSingle(await ask.replayLetter())).toBe("settled");
    expect(await misfits(tenant)).toEqual([]);
  });

  it("while it is replayed is one or the other", async () => {
    const { tenant, ask } = await oneDead();
    const [discard, replay] = [await ask.discard(), await ask.replayLetter()];
    await commitSingle(replay);
    await expect(commitSingle(discard)).rejects.toThrow("CHECK constraint failed: unchanged");
    expect(await stateOf(tenant)).toMatchObject({ status: "pending", state: "replayed" });
  });
});
