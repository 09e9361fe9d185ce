import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { deliveriesOf } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { newTenant } from "../../test/tenant.ts";
import { callbackUrl } from "../callbacks/callback-url.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("a lead that is sent while D1 is away has the callback_url that its delivery has once it is stored", async () => {
  const tenant = await newTenant();
  await publishDirect(tenant, testDependencies());
  const config = { ...testDependencies().config, intakeUrl: "https://leads.example" };
  const told: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (_input, { body } = {}) => {
    told.push((JSON.parse(body as string) as { callback_url: unknown }).callback_url);
    return new Response("Accepted");
  };
  const away = failing(env.DB, ["batch"]);
  const dependencies = testDependencies({ fetch, config, control: away, leadDatabase: () => away });
  const lead = tenant.submission({
    fields: { email: "anna@example.com" },
    context: { ...tenant.submission().context, ip: null },
    received_at: testNow,
  });
  const outage = { tries: 1, commit_attempted_at: null, direct: {} };
  await deliverMessages([{ ...lead, outage }], dependencies);
  expect(told).toEqual([expect.stringMatching(/^https:\/\/leads\.example\/callbacks\/make\//)]);
  await deliverMessages(dependencies.leadsQueue.sent, testDependencies({ config }));
  const [delivery] = await deliveriesOf(tenant);
  expect(delivery).toMatchObject({ status: "delivered" });
  const destination = { id: tenant.destinationId, client_id: tenant.clientId, kind: "make", after: {} };
  expect(told).toEqual([
    await callbackUrl(destination, delivery?.public_id ?? "", testDependencies({ config })),
  ]);
});
