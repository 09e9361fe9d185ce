import { kvKeys } from "@leadrelay/contracts/kv-keys";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { scriptedReceiver } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { newTenant, rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const overloaded = () => {
  const error = new Error("D1_ERROR: D1 DB is overloaded. Too many requests queued.");
  const d1 = failing(env.DB, ["batch"], error);
  return { control: d1, leadDatabase: () => d1 };
};

describe("a lead that finds D1 overloaded", () => {
  it("is put back as it is: nothing is sent, put on anew or written to KV, however often it was tried before", async () => {
    const tenant = await newTenant();
    const { received, fetch } = scriptedReceiver();
    await publishDirect(tenant, testDependencies());
    const body = tenant.submission();
    for (const attempts of [1, 2, 3, 4]) {
      const dependencies = testDependencies({ fetch, ...overloaded() });
      const came = await deliverMessages([body], dependencies, attempts);
      expect(came).toEqual({ acked: [], retried: [0] });
      expect(dependencies.leadsQueue.sent).toEqual([]);
    }
    expect(received).toEqual([]);
    expect(await env.KV.get(kvKeys.persistenceFailure(body.submission_id))).toBeNull();
    await deliverMessages([body]);
    expect(await rows("SELECT 1 FROM leads WHERE client_id = ?", tenant.clientId)).toHaveLength(1);
  });

  it("at the fifth try counts it as away, and goes on like that", async () => {
    const tenant = await newTenant();
    const { received, fetch } = scriptedReceiver();
    await publishDirect(tenant, testDependencies());
    const fifth = testDependencies({ fetch, ...overloaded() });
    expect((await deliverMessages([tenant.submission()], fifth, 5)).acked).toEqual([0]);
    const [carried] = fifth.leadsQueue.sent;
    expect(carried?.outage).toEqual({ tries: 1, commit_attempted_at: null, direct: {} });
    expect(received).toHaveLength(0);
    const next = testDependencies({ fetch, ...overloaded() });
    expect((await deliverMessages([carried], next)).acked).toEqual([0]);
    expect(received).toHaveLength(1);
  });
});

it("a form that an overloaded D1 cannot be asked for waits like the lead it is of", async () => {
  const tenant = await newTenant();
  const dependencies = testDependencies(overloaded());
  const came = await deliverMessages([tenant.submission({ form: null })], dependencies);
  expect(came).toEqual({ acked: [], retried: [0] });
  expect(dependencies.leadsQueue.sent).toEqual([]);
});
