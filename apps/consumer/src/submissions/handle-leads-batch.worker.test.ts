import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { placeDelivery } from "../../test/placed-delivery.ts";
import { payloadsOf, tracesOf } from "../../test/stored-texts.ts";
import { newTenant, rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const minuteMs = 60_000;
const start = 1_700_000_000_000;
const outcomesOf = async (clientId: string) =>
  (
    await rows<{ outcome: string }>(
      "SELECT outcome FROM lead_submissions WHERE client_id = ? ORDER BY submitted_at, id",
      clientId,
    )
  ).map(({ outcome }) => outcome);
const deliveriesOf = (clientId: string) => rows("SELECT * FROM deliveries WHERE client_id = ?", clientId);
const leadsOf = (clientId: string) =>
  rows<Record<string, string>>("SELECT * FROM leads WHERE client_id = ? ORDER BY id", clientId);

describe("a new lead", () => {
  it("is stored with its submission, identities, event and a pending delivery, and is woken", async () => {
    const tenant = await newTenant();
    const dependencies = testDependencies();
    const body = tenant.submission({
      fields: {
        name: "Anna",
        email: "Anna@Example.com",
        phone: "98765 43210",
        country_code: "+91",
        visitor_id: "v-1",
        project: " Villa ",
      },
    });
    expect(await deliverMessages([body], dependencies)).toEqual({ acked: [0], retried: [] });
    const [lead] = await leadsOf(tenant.clientId);
    expect(lead).toMatchObject({
      contact_email: "Anna@Example.com",
      contact_phone: "+91-9876543210",
      project_key: "villa",
    });
    const identities = await rows(
      "SELECT kind, value FROM lead_identities WHERE client_id = ? ORDER BY kind",
      tenant.clientId,
    );
    expect(identities).toEqual([
      { kind: "email", value: "anna@example.com" },
      { kind: "ip", value: "203.0.113.7" },
      { kind: "phone", value: "+91-9876543210" },
      { kind: "visitor_id", value: "v-1" },
    ]);
    const [delivery] = await deliveriesOf(tenant.clientId);
    expect(delivery).toMatchObject({ status: "pending", attempts: 0, max_attempts: 10 });
    expect(dependencies.deliveriesQueue.sent).toMatchObject([{ type: "wakeup", keys: [{}] }]);
    const [event] = await payloadsOf(tenant.clientId);
    expect(event?.type).toBe("lead.created");
    expect(event?.payload).toMatchObject({
      first_name: "Anna",
      is_duplicate: "no",
      lead_submission_public_id: body.submission_id,
    });
  });

  it("costs no row when its message comes again", async () => {
    const tenant = await newTenant();
    const body = tenant.submission();
    for (let time = 0; time < 5; time += 1)
      expect((await deliverMessages([body, body])).acked).toEqual([0, 1]);
    expect(await outcomesOf(tenant.clientId)).toEqual(["new_lead"]);
  });
});

describe("the same person", () => {
  it("within the window is stored, not sent, and the trace says so", async () => {
    const tenant = await newTenant();
    await deliverMessages([tenant.submission({ received_at: start })]);
    await deliverMessages([
      tenant.submission({ received_at: start + minuteMs, fields: { email: "ANNA@example.com" } }),
    ]);
    expect(await outcomesOf(tenant.clientId)).toEqual(["new_lead", "duplicate"]);
    expect(await deliveriesOf(tenant.clientId)).toHaveLength(1);
    expect((await tracesOf(tenant.clientId)).at(1)).toMatchObject({
      rule: "duplicate_window",
      elapsed_minutes: 1,
      setting: { name: "DUPLICATE_WINDOW_MINUTES", value: 30 },
      lead: { matched_by: "email" },
    });
  });

  it("a day later is sent again as re-engaged", async () => {
    const tenant = await newTenant();
    await deliverMessages([tenant.submission({ received_at: start })]);
    await deliverMessages([tenant.submission({ received_at: start + 25 * 60 * minuteMs })]);
    expect(await outcomesOf(tenant.clientId)).toEqual(["new_lead", "reengaged"]);
    expect(await deliveriesOf(tenant.clientId)).toHaveLength(2);
  });

  it("of whom nothing was sent but a notice is told as somebody new", async () => {
    const tenant = await newTenant({ destination: { event_types_json: "[]" } });
    await deliverMessages([tenant.submission({ received_at: start })]);
    const [lead] = await rows<{ id: number }>("SELECT id FROM leads WHERE client_id = ?", tenant.clientId);
    await placeDelivery({
      lead_id: lead?.id ?? 0,
      client_id: tenant.clientId,
      status: "delivered",
      settled_at: 1,
      is_notice: 1,
    });
    await env.DB.prepare("UPDATE destinations SET event_types_json = ? WHERE id = ?")
      .bind('["lead.created"]', tenant.destinationId)
      .run();
    await deliverMessages([tenant.submission({ received_at: start + minuteMs })]);
    expect((await payloadsOf(tenant.clientId)).map(({ type }) => type)).toEqual([
      "lead.created",
      "lead.created",
    ]);
  });

  it("twice in one batch beside another person makes two leads", async () => {
    const tenant = await newTenant();
    const post = (email: string, at: number) =>
      tenant.submission({
        received_at: start + at,
        fields: { email },
        context: { ...tenant.submission().context, ip: null },
      });
    await deliverMessages([post("b@example.com", 3), post("a@example.com", 1), post("A@example.com", 2)]);
    expect(await leadsOf(tenant.clientId)).toHaveLength(2);
    expect(await outcomesOf(tenant.clientId)).toEqual(["new_lead", "duplicate", "new_lead"]);
  });

  it("who changes from e-mail to phone in one browser is one lead, and the phone still goes out", async () => {
    const tenant = await newTenant();
    await deliverMessages([tenant.submission({ received_at: start, fields: { email: "anna@example.com" } })]);
    await deliverMessages([
      tenant.submission({ received_at: start + minuteMs, fields: { phone: "+91 98765 43210" } }),
    ]);
    expect(await leadsOf(tenant.clientId)).toHaveLength(1);
    expect(await outcomesOf(tenant.clientId)).toEqual(["new_lead", "duplicate"]);
    const events = await payloadsOf(tenant.clientId);
    expect(events.map(({ type }) => type)).toEqual(["lead.created", "lead.updated"]);
    expect(events[1]?.payload).toMatchObject({
      phone_mobile: "+91-9876543210",
      email: "anna@example.com",
      is_duplicate: "yes",
    });
    expect(await deliveriesOf(tenant.clientId)).toHaveLength(2);
  });

  it("two strangers behind one address stay two leads", async () => {
    const tenant = await newTenant();
    await deliverMessages([
      tenant.submission({ received_at: start, fields: { email: "a@example.com" } }),
      tenant.submission({ received_at: start + minuteMs, fields: { email: "b@example.com" } }),
    ]);
    expect(await leadsOf(tenant.clientId)).toHaveLength(2);
  });
});

describe("races", () => {
  it("the same message in two consumers at once is stored once", async () => {
    const tenant = await newTenant();
    const body = tenant.submission();
    await Promise.all([deliverMessages([body]), deliverMessages([body]), deliverMessages([body])]);
    expect(await outcomesOf(tenant.clientId)).toEqual(["new_lead"]);
  });

  it("two posts of one known person in two consumers a day later: one is re-engaged, one a duplicate", async () => {
    const tenant = await newTenant();
    await deliverMessages([tenant.submission({ received_at: start })]);
    const later = start + 25 * 60 * minuteMs;
    const results = await Promise.all([
      deliverMessages([tenant.submission({ received_at: later })]),
      deliverMessages([tenant.submission({ received_at: later + 1000 })]),
    ]);
    expect(results.map(({ acked }) => acked)).toEqual([[0], [0]]);
    expect((await outcomesOf(tenant.clientId)).toSorted()).toEqual(["duplicate", "new_lead", "reengaged"]);
    expect(await deliveriesOf(tenant.clientId)).toHaveLength(2);
  });

  it("lead A's visitor id with lead B's phone goes to A, and B keeps its phone", async () => {
    const tenant = await newTenant();
    const nowhere = { ...tenant.submission().context, ip: null };
    await deliverMessages([
      tenant.submission({
        received_at: start,
        context: nowhere,
        fields: { email: "a@example.com", visitor_id: "v-a" },
      }),
      tenant.submission({ received_at: start + 1, context: nowhere, fields: { phone: "+91 91234 56780" } }),
      tenant.submission({
        received_at: start + 2,
        context: nowhere,
        fields: { phone: "+91 91234 56780", visitor_id: "v-a" },
      }),
    ]);
    const [a, b] = await leadsOf(tenant.clientId);
    expect(await leadsOf(tenant.clientId)).toHaveLength(2);
    expect(a?.submission_count).toBe(2);
    const [phone] = await rows(
      "SELECT lead_id FROM lead_identities WHERE client_id = ? AND kind = 'phone'",
      tenant.clientId,
    );
    expect(phone?.lead_id).toBe(b?.id);
  });
});
