import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages } from "../../test/deliver-messages.ts";
import { apply, operatorOf, storedPlan } from "../../test/plan-replays.ts";
import { routedTenant } from "../../test/routed-tenant.ts";
import { sealMembers } from "../../test/seal-members.ts";
import { rows } from "../../test/tenant.ts";
import { virtualQueue } from "../../test/virtual-queue.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("a released lead is its route's: kept where it went, and passed on from where it is refused", async () => {
  const deaf = { destination: { event_types_json: '["lead.updated"]', retry_schedule: "1s" } };
  const tenant = await routedTenant("first_accepting", [deaf, deaf]);
  await sealMembers(tenant);
  await deliverMessages([tenant.submission({ fields: { email: "asha@example.com" } })]);
  const hears = "UPDATE destinations SET event_types_json = '[\"lead.created\"]' WHERE client_id = ?";
  await env.DB.prepare(hears).bind(tenant.clientId).run();
  const asked: string[] = [];
  const fetch = (async (input: RequestInfo | URL) => {
    const member = new URL(new Request(input).url).pathname.slice(1);
    asked.push(member);
    return member === "A" ? new Response("no such list", { status: 422 }) : new Response("Accepted");
  }) as Dependencies["fetch"];
  const queue = virtualQueue();
  const dependencies = queue.dependencies({ fetch });
  const scope = operatorOf(tenant);
  const plan = await storedPlan(scope, dependencies, { filter: { status: "unsent" } });
  await apply(scope, plan.id, dependencies);
  await queue.run(dependencies);
  expect(asked).toEqual(["A", "B"]);
  const found = await rows(
    "SELECT destination_id, status, route_id FROM deliveries WHERE client_id = ? ORDER BY destination_id",
    tenant.clientId,
  );
  expect(found).toEqual([
    { destination_id: tenant.members[0], status: "skipped", route_id: tenant.routeId },
    { destination_id: tenant.members[1], status: "delivered", route_id: tenant.routeId },
  ]);
  expect(await rows("SELECT routed_json FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
    { routed_json: JSON.stringify({ [tenant.routeId]: tenant.members[1] }) },
  ]);
});
