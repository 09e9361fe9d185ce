import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages } from "../../test/deliver-messages.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A client whose Make destination takes leads from Pune alone, and a chat that is told these events. */
async function filtering(told: readonly string[]): Promise<Tenant> {
  const shape = { filter: { project: "Pune" }, mapping: null };
  const tenant = await newTenant({ destination: { shape_json: JSON.stringify(shape) } });
  await env.DB.prepare(
    `INSERT INTO destinations (id, client_id, name, kind, sealed_settings, environments_json, event_types_json, created_at, updated_at)
     VALUES (?, ?, 'Chat', 'slack', 'sealed', '["development"]', ?, 0, 0)`,
  )
    .bind(`${tenant.destinationId}_chat`, tenant.clientId, JSON.stringify(told))
    .run();
  return tenant;
}

const post = (tenant: Tenant, project: string) =>
  tenant.submission({ fields: { email: `${crypto.randomUUID()}@example.com`, project } });
const signalsOf = (tenant: Tenant) =>
  rows<{ subject: string; count: number; detail_json: string }>(
    "SELECT subject, count, detail_json FROM signals WHERE client_id = ?",
    tenant.clientId,
  );

it("what a filter leaves out is told once with how many, and each lead's trace says why", async () => {
  const tenant = await filtering(["workflow.step_run"]);
  await deliverMessages([post(tenant, "Goa"), post(tenant, "Pune"), post(tenant, "Goa")]);
  await deliverMessages([post(tenant, "Goa")]);
  const [signal, ...more] = await signalsOf(tenant);
  expect(more).toEqual([]);
  expect(signal).toMatchObject({ subject: "filter", count: 3 });
  expect(JSON.parse(signal?.detail_json ?? "")).toMatchObject({
    part: { step: "filter", did: "were left out", reason: expect.stringContaining("Pune") as string },
    sample: { lead_id: expect.any(Number) as number },
  });
});

it("where nobody is told of steps nothing is written for nobody", async () => {
  const tenant = await filtering(["destination.down"]);
  await deliverMessages([post(tenant, "Goa")]);
  expect(await signalsOf(tenant)).toEqual([]);
});
