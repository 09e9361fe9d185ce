import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { deliverMessages } from "../../../test/deliver-messages.ts";
import { sealUrl } from "../../../test/deliver-wakeups.ts";
import { newTenant, rows } from "../../../test/tenant.ts";
import { virtualQueue } from "../../../test/virtual-queue.ts";
import { noticesTo, watchingChat } from "../../../test/watching-chat.ts";
import type { Dependencies } from "../../dependencies.ts";
import { sweepDeliveries } from "../deliveries/sweep-deliveries.ts";
import { sweepAlerts } from "./sweep-alerts.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));
beforeEach(() => env.DB.prepare("DELETE FROM signals").run());

const minute = 60_000;

it("of two that are told of everything, and whose own deliveries all fail for two days, each hears of an outage once", async () => {
  const tenant = await newTenant();
  await sealUrl(tenant, "https://crm.example/hook");
  const chats = [await watchingChat(tenant, "one.example"), await watchingChat(tenant, "two.example")];
  const queue = virtualQueue();
  const { clock } = queue;
  const begin = clock.now();
  const hosts: string[] = [];
  const fetch = (async (input: RequestInfo | URL) => {
    hosts.push(new URL(new Request(input).url).host);
    return new Response("busy", { status: 503 });
  }) as Dependencies["fetch"];
  const dependencies = queue.dependencies({ fetch });
  const context = { ...tenant.submission().context, ip: null };
  const people = Array.from({ length: 3 }, (_, index) => ({ email: `p${index}@example.com` }));
  await deliverMessages(
    people.map((fields) => tenant.submission({ fields, context })),
    { ...dependencies, leadsQueue: dependencies.leadsQueue },
  );
  for (let passed = 5; passed <= 48 * 60; passed += 5) {
    await queue.run(dependencies, { until: begin + passed * minute });
    await sweepDeliveries(dependencies);
    await sweepAlerts(dependencies);
  }
  expect(new Set(hosts)).toEqual(new Set(["crm.example", "one.example", "two.example"]));
  for (const chat of chats) {
    const told = await noticesTo(chat);
    // Three leads fail four times, die of one cause, and neither chat tells of what it could not be told itself.
    expect(told.filter((one) => one.startsWith("delivery."))).toEqual([
      "delivery.failing Make",
      "delivery.dead_lettered Make",
    ]);
    for (const one of new Set(told)) expect(told.filter((each) => each === one)).toHaveLength(1);
  }
  const dead = await rows<{ is_notice: number | null }>(
    "SELECT is_notice FROM deliveries WHERE client_id = ? AND status = 'dead'",
    tenant.clientId,
  );
  // Theirs died too, so that there was something to loop on.
  expect(dead.filter(({ is_notice }) => is_notice === 1).length).toBeGreaterThan(0);
});
