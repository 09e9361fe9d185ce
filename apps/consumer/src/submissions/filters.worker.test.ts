import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { deliveriesOf, hookUrl, lettersOf, sealUrl, wake } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { tracesOf } from "../../test/stored-texts.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const filtering = (filter: unknown) => JSON.stringify({ filter, mapping: null });
const rich = filtering({ "fields.budget": { $gte: "5000" }, country: "IN" });

async function tenantWith(shape_json: string): Promise<Tenant> {
  const tenant = await newTenant({ destination: { shape_json } });
  await sealUrl(tenant, hookUrl);
  return tenant;
}

/** What somebody posted from a country, with fields that only their form knows. */
const posted = (
  tenant: Tenant,
  form: Record<string, unknown>,
  country: string,
  more: Partial<SubmissionMessage> = {},
): SubmissionMessage =>
  tenant.submission({
    fields: { email: `${crypto.randomUUID()}@example.com` },
    payload: form,
    context: { ...tenant.submission().context, ip: null, country },
    ...more,
  });

describe("a destination with a filter", () => {
  it("gets the leads that pass it, by their form's own fields too; of the others the trace says why", async () => {
    const tenant = await tenantWith(rich);
    await deliverMessages([
      posted(tenant, { Budget: "7,500" }, "IN"),
      posted(tenant, { Budget: "900" }, "IN"),
      posted(tenant, { Budget: "9000" }, "AE"),
    ]);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "pending" }]);
    const traces = (await tracesOf(tenant.clientId)).flatMap((trace) => trace?.destinations ?? []);
    const said = traces.map(({ status, reason, words }) => [status, reason, words ?? ""].join(" "));
    expect(said.toSorted()).toEqual([
      "pending subscribed ",
      "skipped filtered country is not IN",
      "skipped filtered fields.budget is not at least 5000",
    ]);
    const unsent = await rows(
      "SELECT unsent FROM lead_submissions WHERE client_id = ? AND unsent IS NOT NULL",
      tenant.clientId,
    );
    expect(unsent).toEqual([{ unsent: "filtered" }, { unsent: "filtered" }]);
  });

  it.each([
    ["is no JSON", "{"],
    ["has an operator of other code", filtering({ country: { $regex: "a" } })],
  ])("whose filter %s loses no lead: each is a dead letter that says why", async (_what, shape) => {
    const tenant = await tenantWith(shape);
    await deliverMessages([posted(tenant, {}, "IN")]);
    const [trace] = (await tracesOf(tenant.clientId)).flatMap((trace) => trace?.destinations ?? []);
    expect(trace).toMatchObject({ status: "pending", reason: "filter_broken" });
    const keys = await rows(
      "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
      tenant.clientId,
    );
    const sent: unknown[] = [];
    const fetch = (async (input: unknown) => (sent.push(input), new Response(""))) as Dependencies["fetch"];
    await wake(keys, { fetch });
    expect(sent).toEqual([]);
    expect(await deliveriesOf(tenant)).toMatchObject([
      {
        status: "dead",
        attempts: 1,
        last_error: expect.stringContaining("its shape cannot be read") as string,
      },
    ]);
    expect(await lettersOf(tenant)).toHaveLength(1);
  });
});

describe("while D1 is away", () => {
  const away = () => {
    const d1 = failing(env.DB, ["batch"]);
    return { control: d1, leadDatabase: () => d1 };
  };
  const outage = { tries: 1, commit_attempted_at: null, direct: {} };

  it.each([
    ["passes a filter goes out", rich, { Budget: "7500" }, 1],
    ["does not pass it stays", rich, { Budget: "900" }, 0],
    ["meets a filter that cannot be read waits for D1", "{", { Budget: "7500" }, 0],
    ["meets none goes out", null, { Budget: "900" }, 1],
  ])("what %s", async (_what, shapeJson, form, sends) => {
    const tenant = await newTenant({ destination: { shape_json: shapeJson } });
    await publishDirect(tenant, testDependencies(), { eventTypes: ["lead.created"], shapeJson });
    const sent: unknown[] = [];
    const fetch = (async (input: unknown) => (sent.push(input), new Response(""))) as Dependencies["fetch"];
    const dependencies = testDependencies({ fetch, ...away() });
    await deliverMessages([posted(tenant, form, "IN", { outage, received_at: testNow })], dependencies);
    expect(sent).toHaveLength(sends);
    // D1 has the last word, and says the same.
    await deliverMessages(dependencies.leadsQueue.sent);
    const [trace] = (await tracesOf(tenant.clientId)).flatMap((trace) => trace?.destinations ?? []);
    expect(trace?.reason).toBe(
      sends === 1 ? "sent_while_d1_down" : shapeJson === "{" ? "filter_broken" : "filtered",
    );
  });
});
