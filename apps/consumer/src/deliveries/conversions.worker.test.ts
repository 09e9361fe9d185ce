import type { CallbackMessage, CallbackSaid } from "@leadrelay/contracts/callback-message";
import type { DeliveriesTable } from "@leadrelay/db/tables/deliveries-table";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { confirmingTenant } from "../../test/confirming.ts";
import { deliverMessages, testNow } from "../../test/deliver-messages.ts";
import { wake } from "../../test/deliver-wakeups.ts";
import { rows } from "../../test/tenant.ts";
import { watchedD1 } from "../../test/watched-d1.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const settings = {
  dataset: "123456789012345",
  access_token: "EAAgood",
  conversions: ["qualified=Qualified Lead", "won=Converted Lead"],
  currency: "INR",
};

/** A client whose ads at Meta are told of two stages, with one lead that came from there, or from elsewhere. */
async function advertising(fields: Record<string, string> = { meta_lead_id: "12345678901234567" }) {
  const { tenant } = await confirmingTenant(
    { kind: "meta_conversions", event_types_json: '["lead.status_changed","lead.crm_activity"]' },
    settings,
  );
  const person = { email: "asha@example.com", ...fields };
  await deliverMessages([
    tenant.submission({
      fields: person,
      payload: person,
      context: { ...tenant.submission().context, ip: null, referrer: null },
    }),
  ]);
  const [lead] = await rows<{ id: number }>(
    "SELECT id FROM leads WHERE client_id = ? AND contact_email = 'asha@example.com'",
    tenant.clientId,
  );
  const lead_id = lead?.id ?? 0;
  const says = async (said: (lead: { lead_id: number }) => CallbackSaid) => {
    const message: CallbackMessage = {
      v: 1,
      type: "callback",
      callback_id: crypto.randomUUID(),
      received_at: testNow,
      proof: { by: "edge", client_id: tenant.clientId },
      said: said({ lead_id }),
    };
    await deliverMessages([message]);
  };
  const outcome = (word: "qualified" | "won" | "contacted", value?: string) =>
    says((lead) => ({ kind: "outcome", lead, outcome: word, ...(value === undefined ? {} : { value }) }));
  const deliveries = () =>
    rows<DeliveriesTable>(
      "SELECT * FROM deliveries WHERE client_id = ? AND destination_id = ? ORDER BY created_at, public_id",
      tenant.clientId,
      tenant.destinationId,
    );
  const events: object[] = [];
  const fetch = (async (_input: RequestInfo | URL, init: RequestInit = {}) => {
    const { data } = JSON.parse(init.body as string) as { data: object[] };
    events.push(...data);
    return Response.json({ events_received: 1, fbtrace_id: "trace" });
  }) as typeof globalThis.fetch;
  const send = async (given: Parameters<typeof wake>[1] = {}) =>
    wake(
      (await deliveries()).filter(({ status }) => status === "pending"),
      { fetch, ...given },
    );
  return { tenant, says, outcome, deliveries, events, send };
}

describe("ads that are told how far leads came", () => {
  it("hear of each stage once, by the id under which the lead came, however often and by whatever it is told", async () => {
    const { says, outcome, events, send, deliveries } = await advertising();
    await outcome("won", "900");
    await send();
    await outcome("won", "950");
    await says((lead) => ({ kind: "activity", lead, activity: "call" }));
    await send();
    expect(events).toMatchObject([
      {
        event_name: "Converted Lead",
        user_data: { lead_id: "12345678901234567" },
        custom_data: { value: 900, currency: "INR" },
      },
    ]);
    await outcome("qualified");
    await send();
    expect(events).toHaveLength(2);
    expect(await deliveries()).toMatchObject([
      { status: "delivered", is_notice: 1, receiver_id: "trace" },
      { status: "delivered", is_notice: 1 },
    ]);
  });

  it("hear nothing of a lead that came, which counts as sent to nobody", async () => {
    const { deliveries, tenant } = await advertising();
    expect(await deliveries()).toEqual([]);
    const unsent = await rows("SELECT unsent FROM lead_submissions WHERE client_id = ?", tenant.clientId);
    expect(new Set(unsent.map(({ unsent: rule }) => rule))).toEqual(new Set(["no_destination"]));
  });

  it("are not asked about whom they do not know: it is said, nobody has to see to it, and it is not tried again", async () => {
    const { outcome, events, send, deliveries, tenant } = await advertising({ gclid: "abc" });
    await outcome("won");
    await outcome("contacted");
    await send();
    await send();
    expect(events).toEqual([]);
    const ended = await deliveries();
    expect(ended.map(({ status, attempts }) => [status, attempts])).toEqual([
      ["skipped", 1],
      ["skipped", 1],
    ]);
    expect(ended.map(({ last_error }) => last_error ?? "").toSorted((a, b) => a.localeCompare(b))).toEqual([
      expect.stringContaining("nothing to send: no conversion is set for the stage “contacted”"),
      expect.stringContaining(
        "nothing to send: the person came with neither a lead id nor a click id of Meta",
      ),
    ]);
    const letters = await rows("SELECT id FROM dead_letters WHERE client_id = ?", tenant.clientId);
    const health = await rows(
      "SELECT state FROM destination_health WHERE destination_id = ?",
      tenant.destinationId,
    );
    expect([letters, health]).toEqual([[], []]);
  });

  it("are told later where it cannot be read how the lead came", async () => {
    const { outcome, events, send, deliveries } = await advertising();
    await outcome("won");
    const lead = watchedD1(env.DB, async (sql, run) => {
      if (sql.includes("latest_attribution_json, first_submitted_at"))
        throw new Error("D1_ERROR: Network connection lost.");
      return run();
    });
    await send({ leadDatabase: () => lead });
    expect(events).toEqual([]);
    expect(await deliveries()).toMatchObject([
      { status: "pending", last_error: expect.stringContaining("how its lead came could not be read") },
    ]);
    await env.DB.prepare("UPDATE deliveries SET next_attempt_at = ? WHERE status = 'pending'")
      .bind(testNow)
      .run();
    await send();
    expect(events).toHaveLength(1);
  });
});
