import type { Mapping } from "@leadrelay/contracts/shape";
import type { DeliveryKey } from "@leadrelay/contracts/delivery-wakeup";
import { sealedSettingsAt } from "@leadrelay/db/destinations/destination";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies, testNow } from "../../test/deliver-messages.ts";
import { deliveriesOf, lettersOf, wake } from "../../test/deliver-wakeups.ts";
import { failing } from "../../test/failing.ts";
import { publishDirect } from "../../test/publish-direct.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";
import type { Dependencies } from "../dependencies.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

/** A marketer's: three fields renamed, a constant, a template; and one of the form's own. */
const rows3: Mapping["rows"] = [
  { target: "lead_name", field: "first_name" },
  { target: "contact.phone", field: "phone_mobile" },
  { target: "contact.mails.0", field: "email" },
  { target: "source", constant: "LeadRelay" },
  {
    target: "title",
    template: "{{ first_name | upcase }} wants {{ fields.flat | default: 'any flat' }}: {{ message }}",
  },
  { target: "budget", field: "fields.budget", default: "unknown" },
];
const mapped = {
  lead_name: "Asha Rao",
  contact: { phone: "+91-9999999999", mails: ["asha@example.com"] },
  source: "LeadRelay",
  title: "ASHA RAO wants 3 BHK: Please call",
  budget: "80 L",
};
const shapeOf = (mapping: Mapping) => JSON.stringify({ filter: null, mapping });
const only = shapeOf({ only: true, rows: rows3 });

async function tenantWith(
  shape_json: string | null,
  kind = "make",
  settings: object = { url: "https://hook.example.com/abc", api_key: null },
): Promise<Tenant> {
  const tenant = await newTenant({ destination: { shape_json, kind } });
  const sealer = await testDependencies().sealer();
  const sealed = await sealer.seal(JSON.stringify(settings), sealedSettingsAt(tenant.destinationId));
  await env.DB.prepare("UPDATE destinations SET sealed_settings = ? WHERE id = ?")
    .bind(sealed, tenant.destinationId)
    .run();
  return tenant;
}

const posted = (tenant: Tenant) =>
  tenant.submission({
    fields: { name: "Asha Rao", email: "asha@example.com", phone: "+91 99999 99999", message: "Please call" },
    payload: { name: "Asha Rao", Budget: "80 L", flat: "3 BHK", message: "Please call" },
    context: { ...tenant.submission().context, ip: null },
    received_at: testNow,
  });

function receiver(...codes: number[]) {
  const sent: { body: Record<string, unknown>; headers: Headers; url: string }[] = [];
  const fetch = (async (url: string, init: RequestInit = {}) => {
    sent.push({
      url,
      body: JSON.parse(init.body as string) as Record<string, unknown>,
      headers: new Headers(init.headers),
    });
    return new Response("{}", { status: codes.shift() ?? 200 });
  }) as Dependencies["fetch"];
  return { sent, fetch };
}

const keysOf = (tenant: Tenant) =>
  rows<DeliveryKey>(
    "SELECT lead_id, event_id, destination_id FROM deliveries WHERE client_id = ?",
    tenant.clientId,
  );

async function storedAndWoken(tenant: Tenant, fetch: Dependencies["fetch"]): Promise<void> {
  await deliverMessages([posted(tenant)]);
  await wake(await keysOf(tenant), { fetch });
}

const config = { ...testDependencies().config, firstAttempts: 6 };

describe("a marketer's mapping reaches the receiver exactly so", () => {
  it("where a lead comes alone and is sent as it is stored", async () => {
    const tenant = await tenantWith(only);
    const { sent, fetch } = receiver();
    await deliverMessages([posted(tenant)], { ...testDependencies({ fetch }), config });
    expect(sent.map(({ body }) => body)).toEqual([mapped]);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered" }]);
  });

  it("where it is sent later, and the same at each try", async () => {
    const tenant = await tenantWith(only);
    const { sent, fetch } = receiver(500);
    await storedAndWoken(tenant, fetch);
    await wake(await keysOf(tenant), { fetch, now: () => testNow + 3_600_000 });
    expect(sent.map(({ body }) => body)).toEqual([mapped, mapped]);
    expect(await deliveriesOf(tenant)).toMatchObject([{ status: "delivered", attempts: 2 }]);
  });

  it("while D1 is away", async () => {
    const tenant = await tenantWith(only);
    await publishDirect(tenant, testDependencies(), { eventTypes: ["lead.created"], shapeJson: only });
    const { sent, fetch } = receiver();
    const d1 = failing(env.DB, ["batch"]);
    const outage = { tries: 1, commit_attempted_at: null, direct: {} };
    await deliverMessages(
      [{ ...posted(tenant), outage }],
      testDependencies({ fetch, control: d1, leadDatabase: () => d1 }),
    );
    expect(sent.map(({ body }) => body)).toEqual([mapped]);
  });

  it("beside all that the kind sends, where it adds to that", async () => {
    const added = shapeOf({
      only: false,
      rows: [
        { target: "title", template: "{{ name }}" },
        { target: "first_name", constant: "x" },
      ],
    });
    const tenant = await tenantWith(added);
    const { sent, fetch } = receiver();
    await storedAndWoken(tenant, fetch);
    expect(sent[0]?.body).toMatchObject({
      first_name: "x",
      email: "asha@example.com",
      title: "Asha Rao",
      callback_url: null,
    });
  });

  it.each([
    ["webhook", { url: "https://hook.example.com/abc", secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }],
    ["zapier", { url: "https://hooks.zapier.com/hooks/catch/1/abcdefg/" }],
    ["n8n", { url: "https://n8n.example.com/webhook/abc" }],
  ])("at %s", async (kind, settings) => {
    const tenant = await tenantWith(only, kind, settings);
    const { sent, fetch } = receiver();
    await storedAndWoken(tenant, fetch);
    expect(sent.map(({ body }) => body)).toEqual([mapped]);
    expect(sent[0]?.headers.has("webhook-signature")).toBe(kind === "webhook");
  });

  it("in the data of a webhook, where it adds to that", async () => {
    const added = shapeOf({ only: false, rows: [{ target: "title", constant: "x" }] });
    const tenant = await tenantWith(added, "webhook", {
      url: "https://hook.example.com/abc",
      signature: "none",
    });
    const { sent, fetch } = receiver();
    await storedAndWoken(tenant, fetch);
    expect(sent[0]?.body).toMatchObject({
      type: "lead.created",
      data: { title: "x", email: "asha@example.com" },
    });
  });

  it("as properties of a CRM's contact", async () => {
    const added = shapeOf({
      only: false,
      rows: [
        { target: "budget__c", field: "fields.budget" },
        { target: "firstname", constant: "X" },
      ],
    });
    const tenant = await tenantWith(added, "hubspot", {
      service_key: "pat-eu1-11111111-2222-3333-4444-555555555555",
    });
    const { sent, fetch } = receiver(201);
    await storedAndWoken(tenant, fetch);
    expect(sent[0]?.body).toMatchObject({
      properties: { email: "asha@example.com", budget__c: "80 L", firstname: "X" },
    });
  });
});

const stepsOf = ({ destinationId }: Tenant) =>
  rows<{ type: string; subject: string; count: number; detail_json: string }>(
    "SELECT type, subject, count, detail_json FROM signals WHERE destination_id = ?",
    destinationId,
  );

describe("a mapping that breaks", () => {
  it.each([
    ["that cannot be read", "{", "its shape cannot be read"],
    [
      "that names what is no field",
      shapeOf({ only: true, rows: [{ target: "a", field: "nobody" }] }),
      "its shape cannot be read: mapping.rows.0.field",
    ],
    [
      "at the lead's own values",
      shapeOf({
        only: true,
        rows: [
          {
            target: "a",
            template: `{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(20)}{{ a }}`,
          },
        ],
      }),
      "the mapping's template for a goes through more text than is allowed",
    ],
  ])("%s sends nothing, and leaves a dead letter that says why", async (_what, shape, error) => {
    const tenant = await tenantWith(shape);
    const { sent, fetch } = receiver();
    await storedAndWoken(tenant, fetch);
    expect(sent).toEqual([]);
    expect(await deliveriesOf(tenant)).toMatchObject([
      { status: "dead", attempts: 1, last_error: expect.stringContaining(error) as string },
    ]);
    expect(await lettersOf(tenant)).toHaveLength(1);
    const [signal] = await stepsOf(tenant);
    expect(signal).toMatchObject({ type: "workflow.step_run", subject: "mapping", count: 1 });
    expect(signal?.detail_json).toContain(JSON.stringify(error).slice(1, -1));
  });

  it("keeps no other of a round from being sent", async () => {
    const template = `{% if fields.long %}{% assign a = "aaaaaaaaaa" %}${"{% assign a = a | append: a %}".repeat(20)}{% endif %}{{ email }}`;
    const tenant = await tenantWith(shapeOf({ only: true, rows: [{ target: "a", template }] }));
    const of = (email: string, payload: Record<string, unknown>) => ({
      ...posted(tenant),
      submission_id: crypto.randomUUID(),
      fields: { email },
      payload,
    });
    await deliverMessages([
      of("a@example.com", {}),
      of("b@example.com", { long: "yes" }),
      of("c@example.com", {}),
    ]);
    const { sent, fetch } = receiver();
    await wake(await keysOf(tenant), { fetch });
    expect(sent.map(({ body }) => String(body["a"])).toSorted()).toEqual(["a@example.com", "c@example.com"]);
    expect((await deliveriesOf(tenant)).map(({ status }) => status).toSorted()).toEqual([
      "dead",
      "delivered",
      "delivered",
    ]);
    expect(await stepsOf(tenant)).toMatchObject([{ subject: "mapping", count: 1 }]);
  });

  it("tells nobody that it acted where it did not break", async () => {
    const tenant = await tenantWith(only);
    await storedAndWoken(tenant, receiver().fetch);
    expect(await stepsOf(tenant)).toEqual([]);
  });
});
