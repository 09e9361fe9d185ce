import { exchangesRemovedUntil } from "@leadrelay/db/exchanges/remove-exchanges";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import { unpackExchanges } from "@leadrelay/delivery/exchanges/unpack-exchanges";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import {
  answersOf,
  deliveriesOf,
  scriptedReceiver,
  tenantWithDeliveries,
  wake,
} from "../../test/deliver-wakeups.ts";
import { meteredD1 } from "../../test/metered-d1.ts";
import { rows, type Tenant } from "../../test/tenant.ts";
import { removeOldExchanges } from "../sweeps/exchanges/remove-old-exchanges.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const dayMs = 86_400_000;
const keptOf = async ({ clientId }: Tenant) =>
  (
    await rows<{ exchange: string }>(
      "SELECT hex(exchange) AS exchange FROM delivery_attempts WHERE client_id = ? AND exchange IS NOT NULL ORDER BY lead_id, number",
      clientId,
    )
  ).map(({ exchange }) =>
    unpackExchanges(Uint8Array.from(exchange.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))),
  );
const lateOf = ({ destinationId }: Tenant) =>
  rows("SELECT number FROM late_exchanges WHERE destination_id = ?", destinationId);

describe("what a try sent and was answered", () => {
  it("is kept in its own row, for a good one and for one that failed", async () => {
    const { tenant, keys } = await tenantWithDeliveries(2);
    await wake(keys, scriptedReceiver(...answersOf([400, "No such scenario"], [200, "Accepted"])));
    const kept = await keptOf(tenant);
    expect(kept.map((one) => one?.[0]?.answer?.body ?? "").toSorted((a, b) => a.localeCompare(b))).toEqual([
      "Accepted",
      "No such scenario",
    ]);
    expect(kept[0]?.[0]?.request).toMatchObject({ method: "POST", url: "https://hook.example.com/…" });
    expect(JSON.parse(kept[0]?.[0]?.request.body ?? "")).toMatchObject({
      email: expect.stringMatching(/^p[01]@example\.com$/),
    });
    expect(await lateOf(tenant)).toEqual([]);
  });

  it("is there without an answer where none came", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await wake(keys, scriptedReceiver(new Error("reset")));
    expect(await keptOf(tenant)).toMatchObject([[{ answer: null }]]);
  });

  it("does not hold what would let a callback in, which its receiver got", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    let got = "";
    const fetch = async (_input: RequestInfo | URL, { body }: RequestInit = {}) => {
      got = (JSON.parse(body as string) as { callback_url: string }).callback_url;
      return new Response(`thank you, ${got}`);
    };
    await wake(keys, { fetch, config: { ...testDependencies().config, intakeUrl: "https://leads.example" } });
    expect(got).toMatch(/\/callbacks\/make\/[\w-]{36}\?token=cli_[\w-]+\.[\w-]{86}$/);
    const [kept] = await keptOf(tenant);
    expect(kept?.[0]?.request.body).toContain(`${got.slice(0, got.indexOf("=") + 1)}…"`);
    expect(JSON.stringify(kept)).not.toContain(got.slice(-86));
  });

  it("is not kept where the setting says so", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await wake(keys, { ...scriptedReceiver(), config: { ...testDependencies().config, exchangesKeptMs: 0 } });
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered" }]);
    expect(await keptOf(tenant)).toEqual([]);
  });
});

/** Sweeps as if so much time had passed since the test's now. */
const sweepAt = (nowMs: number, more: Partial<ReturnType<typeof meteredD1>["databases"]> = {}) =>
  removeOldExchanges({ ...testDependencies(), ...more, leadDatabaseNames: ["DB"], now: () => nowMs });
const beginAt = (until: number) => env.DB.prepare("UPDATE exchanges_removed SET until = ?").bind(until).run();

describe("after its time", () => {
  it("it is removed with the delivery's window, and a younger one stays", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    await wake(keys, scriptedReceiver());
    await beginAt(testNow - 3_600_000);
    await sweepAt(testNow + 31 * dayMs - 1);
    expect(await keptOf(tenant)).toHaveLength(1);
    await sweepAt(testNow + 31 * dayMs + 3_600_000);
    expect(await keptOf(tenant)).toEqual([]);
    expect(await runOne(env.DB, exchangesRemovedUntil(pipelineScope))).toEqual([testNow + 3_600_000]);
  });

  it("that of a try long behind its delivery is found, too, and forgotten", async () => {
    const { tenant, keys } = await tenantWithDeliveries();
    const later = () => testNow + 3 * dayMs;
    await wake(keys, { ...scriptedReceiver(), now: later });
    expect(await lateOf(tenant)).toHaveLength(1);
    await beginAt(testNow + dayMs);
    await sweepAt(later() + 30 * dayMs - 1);
    expect(await keptOf(tenant)).toHaveLength(1);
    await sweepAt(later() + 30 * dayMs + 3_600_000);
    expect(await keptOf(tenant)).toEqual([]);
    expect(await lateOf(tenant)).toEqual([]);
  });

  it("an idle minute reads one row and writes none", async () => {
    await beginAt(testNow);
    const { bill, databases } = meteredD1();
    await sweepAt(testNow + 31 * dayMs + 60_000, databases);
    expect(bill).toMatchObject({ read: 1, written: 0 });
  });
});
