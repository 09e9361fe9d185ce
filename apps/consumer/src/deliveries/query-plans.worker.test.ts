import { claimDeliveries } from "@leadrelay/db/deliveries/claim-deliveries";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { testDependencies, testNow } from "../../test/deliver-messages.ts";
import { runOf, scriptedReceiver, tenantWithDeliveries, wake } from "../../test/deliver-wakeups.ts";
import { rememberingD1, scannedTables } from "../../test/query-plans.ts";
import { sweepDeliveries } from "../sweeps/deliveries/sweep-deliveries.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("no statement of a delivery or its sweep scans a table", async () => {
  const { d1, asked } = rememberingD1();
  const databases = { control: d1, leadDatabase: () => d1 };
  const { tenant, keys } = await tenantWithDeliveries(4);
  const answers = [200, 500, 404, 410].map((status) => new Response("", { status }));
  const { fetch } = scriptedReceiver(...answers);
  await sweepDeliveries(testDependencies(databases));
  await wake(keys, { fetch, ...databases });
  // The 410 disabled the destination: now they are held, and cancelled once it is deleted.
  await wake(keys, { fetch, ...databases });
  await env.DB.prepare("UPDATE destinations SET deleted_at = 1 WHERE client_id = ?")
    .bind(tenant.clientId)
    .run();
  await wake(keys, { fetch, ...databases });
  const down = await tenantWithDeliveries(12);
  const failing = async () => new Response("", { status: 503 });
  await wake(down.keys, { fetch: failing, ...databases });
  const later = { ...databases, now: () => testNow + 60_000 };
  await runOf(down.tenant.destinationId, { fetch: failing, ...later });
  await runOf(down.tenant.destinationId, { ...databases, fetch, now: () => testNow + 120_000 });
  await runOf(down.tenant.destinationId, { ...databases, fetch, now: () => testNow + 120_000 });
  const [key] = keys;
  const repeated = { nowMs: testNow, leaseUntil: testNow, dueBy: testNow, isRepeat: true };
  for (const which of ["due", "lease_expired"] as const)
    asked.add(claimDeliveries(pipelineScope, key === undefined ? [] : [key], which, repeated).query.sql);
  expect(asked.size).toBeGreaterThan(20);
  for (const sql of asked) expect({ sql, scans: await scannedTables(sql) }).toEqual({ sql, scans: [] });
});
