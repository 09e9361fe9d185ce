import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  attemptsOf,
  deliveriesOf,
  hookUrl,
  lettersOf,
  scriptedReceiver,
  sealUrl,
  tenantWithDeliveries,
  wake,
} from "../../test/deliver-wakeups.ts";
import { rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const answer = (status: number, body = "", headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : body, { status, headers });

describe("a delivery", () => {
  it("that is taken is delivered once, and the lead says when", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    await wake(keys, { fetch });
    await wake(keys, { fetch });
    const [delivery] = await deliveriesOf(tenant);
    expect(received).toEqual([{ url: hookUrl, make_send_public_id: delivery?.public_id }]);
    expect(delivery).toMatchObject({ status: "delivered", attempts: 1, next_attempt_at: null });
    expect(await attemptsOf(tenant)).toEqual(["1 delivered"]);
    expect(await rows("SELECT last_sent_at FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
      { last_sent_at: testNow },
    ]);
  });

  it("answered 500 three times is tried at the schedule's intervals, under one id", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver(answer(500), answer(502), answer(504));
    let at = testNow;
    for (const waitMs of [1000, 2000, 4000]) {
      const { woken } = await wake(keys, { fetch, now: () => at });
      const [delivery] = await deliveriesOf(tenant);
      expect(delivery).toMatchObject({ status: "pending", next_attempt_at: at + waitMs });
      expect(woken).toContainEqual(
        expect.objectContaining({ keys: [expect.objectContaining({ attempts: delivery?.attempts })] }),
      );
      at += waitMs;
    }
    await wake(keys, { fetch, now: () => at });
    expect(await attemptsOf(tenant)).toEqual(["1 retry", "2 retry", "3 retry", "4 delivered"]);
    expect(new Set(received.map((each) => each.make_send_public_id)).size).toBe(1);
    expect(await rows("SELECT id FROM leads WHERE client_id = ?", tenant.clientId)).toHaveLength(1);
  });

  it("that fails to the end of its schedule becomes a dead letter", async () => {
    const { tenant, keys } = await tenantWithDeliveries(1, { destination: { retry_schedule: "1s" } });
    const { fetch } = scriptedReceiver(answer(500), answer(500, "broken"), answer(200));
    await wake(keys, { fetch });
    await wake(keys, { fetch, now: () => testNow + 1000 });
    await wake(keys, { fetch, now: () => testNow + 2000 });
    const [delivery] = await deliveriesOf(tenant);
    expect(delivery).toMatchObject({ status: "dead", attempts: 2 });
    expect(await lettersOf(tenant)).toMatchObject([
      {
        id: delivery?.dead_letter_id,
        kind: "delivery",
        cause: "exhausted",
        state: "open",
        attempts: 2,
        last_status_code: 500,
        first_failed_at: testNow,
      },
    ]);
  });

  it.each([
    ["400 'Queue is full'", answer(400, "Queue is full."), "pending"],
    ["408", answer(408), "pending"],
    ["425", answer(425), "pending"],
    ["429", answer(429), "pending"],
    ["503", answer(503), "pending"],
    ["a reset connection", new Error("connection reset"), "pending"],
    ["400 otherwise", answer(400, "Data structure does not match"), "dead"],
    ["401", answer(401), "dead"],
    ["404", answer(404), "dead"],
    ["a redirect to an internal address", answer(302, "", { location: "http://127.0.0.1/" }), "dead"],
  ])("answered with %s is %s", async (_, given, status) => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver(given);
    await wake(keys, { fetch });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status, attempts: 1 }]);
    expect(received).toHaveLength(1);
    const letters = await lettersOf(tenant);
    expect(letters.map(({ cause }) => cause)).toEqual(status === "dead" ? ["refused"] : []);
  });

  it.each([
    ["7", 7000],
    ["0", 1000],
    ["soon", 1000],
    ["-5", 1000],
  ])("waits as Retry-After %s asks", async (header, waitMs) => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { fetch } = scriptedReceiver(answer(429, "", { "retry-after": header }));
    await wake(keys, { fetch });
    expect(await deliveriesOf(tenant)).toMatchObject([{ next_attempt_at: testNow + waitMs }]);
  });

  it("waits until a Retry-After date, and never longer than a day", async () => {
    const { tenant, keys } = await tenantWithDeliveries(2);
    const date = new Date(testNow + 90_000).toUTCString();
    const { fetch } = scriptedReceiver(
      answer(429, "", { "retry-after": date }),
      answer(429, "", { "retry-after": "99999999" }),
    );
    await wake(keys, { fetch });
    const waits = (await deliveriesOf(tenant)).map(({ next_attempt_at }) => (next_attempt_at ?? 0) - testNow);
    expect(waits[0]).toBe(90_000);
    expect(waits[1]).toBeLessThanOrEqual(24 * 3_600_000);
  });

  it("answered 410 becomes a dead letter, and the destination is switched off until a person looks", async () => {
    // Whoever saved it last had a faster clock: the next version is none of before all the same.
    const savedAt = testNow + 600_000;
    const { tenant, keys } = await tenantWithDeliveries(2, { destination: { updated_at: savedAt } });
    const { received, fetch } = scriptedReceiver(answer(410));
    await wake(keys.slice(0, 1), { fetch });
    const [destination] = await rows(
      "SELECT enabled, disabled_reason, updated_at FROM destinations WHERE id = ?",
      tenant.destinationId,
    );
    expect(destination).toEqual({ enabled: 0, disabled_reason: "gone", updated_at: savedAt + 1 });
    await wake(keys.slice(1), { fetch });
    expect(received).toHaveLength(1);
    expect((await deliveriesOf(tenant)).map(({ status, attempts }) => [status, attempts])).toEqual([
      ["dead", 1],
      ["held", 0],
    ]);
    expect(await lettersOf(tenant)).toMatchObject([{ cause: "gone" }]);
  });

  it("answered 410 by an address that was changed meanwhile leaves the new one on", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { fetch } = scriptedReceiver(async () => {
      await sealUrl(tenant, "https://hook.example.com/new");
      return answer(410);
    });
    await wake(keys, { fetch });
    expect(await rows("SELECT enabled FROM destinations WHERE id = ?", tenant.destinationId)).toEqual([
      { enabled: 1 },
    ]);
  });

  it("goes to the address as it is at the time of each try", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver(answer(500));
    await wake(keys, { fetch });
    await sealUrl(tenant, "https://hook.example.com/rotated");
    await wake(keys, { fetch, now: () => testNow + 1000 });
    expect(received.map(({ url }) => url)).toEqual([hookUrl, "https://hook.example.com/rotated"]);
  });

  it("to a hanging receiver times out and is tried again", async () => {
    const { tenant, keys } = await tenantWithDeliveries(1, { destination: { timeout_ms: 50 } });
    const { fetch } = scriptedReceiver(() => new Promise<Response>(() => {}));
    await wake(keys, { fetch });
    const [delivery] = await deliveriesOf(tenant);
    expect(delivery).toMatchObject({ status: "pending", last_error: "no answer within 50 ms" });
  });

  it("whose settings cannot be opened is tried again, never lost", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await env.DB.prepare("UPDATE destinations SET sealed_settings = 'v1.other.x.y' WHERE id = ?")
      .bind(tenant.destinationId)
      .run();
    await wake(keys, scriptedReceiver());
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "pending", attempts: 1 }]);
  });

  it("whose settings were sealed as no JSON keeps nothing of them in its error", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const sealer = await testDependencies().sealer();
    const sealed = await sealer.seal("s3cr3t", sealedSettingsAt(tenant.destinationId));
    await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
      .bind(sealed, tenant.destinationId)
      .run();
    await wake(keys, scriptedReceiver());
    const [delivery] = await deliveriesOf(tenant);
    expect(delivery).toMatchObject({ status: "pending" });
    expect(delivery?.last_error).not.toContain("s3cr3t");
  });

  it("by a schedule that cannot be read goes by the installation's", async () => {
    const { tenant, keys } = await tenantWithDeliveries(1, { destination: { retry_schedule: "soon" } });
    const { fetch } = scriptedReceiver(answer(500));
    await wake(keys, { fetch });
    expect(await deliveriesOf(tenant)).toMatchObject([
      { status: "pending", next_attempt_at: testNow + 1000 },
    ]);
  });

  it("of a disabled destination is held with no attempt spent, of a deleted one cancelled", async () => {
    const disabled = await tenantWithDeliveries();
    const deleted = await tenantWithDeliveries();
    const clientDeleted = await tenantWithDeliveries();
    await env.DB.batch([
      env.DB.prepare("UPDATE clients SET deleted_at = 1 WHERE id = ?").bind(clientDeleted.tenant.clientId),
      env.DB.prepare("UPDATE destinations SET enabled = 0 WHERE id = ?").bind(disabled.tenant.destinationId),
      env.DB.prepare("UPDATE destinations SET deleted_at = 1 WHERE id = ?").bind(
        deleted.tenant.destinationId,
      ),
    ]);
    const { received, fetch } = scriptedReceiver();
    await wake([...disabled.keys, ...deleted.keys, ...clientDeleted.keys], { fetch });
    expect(received).toHaveLength(0);
    expect(await deliveriesOf(disabled.tenant)).toMatchObject([
      { status: "held", attempts: 0, next_attempt_at: null },
    ]);
    for (const { tenant } of [deleted, clientDeleted])
      expect(await deliveriesOf(tenant)).toMatchObject([{ status: "cancelled", attempts: 0 }]);
  });
});

describe("a wake-up", () => {
  it("that comes early sends itself again for the rest of the wait", async () => {
    const { keys } = await tenantWithDeliveries();
    const { received, fetch } = scriptedReceiver();
    const { woken } = await wake(keys, { fetch, now: () => testNow - 5000 });
    expect(received).toHaveLength(0);
    expect(woken).toHaveLength(1);
  });

  it("that is none of ours is dropped", async () => {
    expect(await wake(["nonsense"])).toEqual({ retried: 0, woken: [] });
  });

  it("for deliveries nobody knows does nothing", async () => {
    const key = { lead_id: 999_999, event_id: "none", destination_id: "none" };
    expect(await wake([key], scriptedReceiver())).toEqual({ retried: 0, woken: [] });
  });
});
