import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { tracesOf } from "../../test/stored-texts.ts";
import { newTenant, rows, type Tenant } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const anna = { name: "Anna Bell", email: "anna@example.com", phone: "+91 98765 43210" };
const bob = { name: "Bob Cole", email: "bob@example.com", phone: "+91 91234 56780" };
const browser = { visitor_id: "kiosk-12" };

/** A post from nowhere in particular. */
const post = (tenant: Tenant, fields: SubmissionMessage["fields"]) =>
  tenant.submission({ fields, context: { ...tenant.submission().context, ip: null } });

const leadsOf = ({ clientId }: Tenant) =>
  rows(
    "SELECT id, contact_name, submission_count FROM leads WHERE client_id = ? ORDER BY contact_name",
    clientId,
  );
const sentOf = async ({ clientId }: Tenant) =>
  (await rows("SELECT public_id FROM deliveries WHERE client_id = ?", clientId)).length;

describe("another person behind the same browser", () => {
  it("is a lead of their own, sent, and found by what is theirs", async () => {
    const tenant = await newTenant();
    for (const fields of [anna, bob, bob, anna])
      await deliverMessages([post(tenant, { ...fields, ...browser })]);
    const leads = await leadsOf(tenant);
    expect(leads).toMatchObject([
      { contact_name: "Anna Bell", submission_count: 2 },
      { contact_name: "Bob Cole", submission_count: 2 },
    ]);
    expect(await sentOf(tenant)).toBe(2);
    const [first, , second, again] = await tracesOf(tenant.clientId);
    expect(second).toMatchObject({
      rule: "contradicted_match",
      setting: { name: "IDENTITY_GUARD", value: "on", from: "installation" },
      passed_over: [
        {
          kind: "visitor_id",
          lead: { public_id: first?.lead.public_id },
          differs: ["email", "phone", "name"],
        },
      ],
    });
    expect(again).toMatchObject({ rule: "duplicate_window", lead: { matched_by: "email" } });
  });

  it("is the same person where the form says so, or the installation and the form does not", async () => {
    const off = await newTenant({ form: { identity_guard: 0 } });
    const unguarded = testDependencies();
    unguarded.config.identityGuard = false;
    const cases: [Tenant, typeof unguarded, number][] = [
      [off, testDependencies(), 1],
      [await newTenant(), unguarded, 1],
      [await newTenant({ form: { identity_guard: 1 } }), unguarded, 2],
    ];
    for (const [tenant, dependencies, leads] of cases) {
      for (const fields of [anna, bob])
        await deliverMessages([post(tenant, { ...fields, ...browser })], dependencies);
      expect(await leadsOf(tenant)).toHaveLength(leads);
      expect(await sentOf(tenant)).toBe(leads);
    }
  });

  it("who comes at the same moment in another consumer is a lead too, once", async () => {
    const tenant = await newTenant();
    const both = [anna, bob].map((fields) => post(tenant, { ...fields, ...browser }));
    await Promise.all([...both, ...both].map((body) => deliverMessages([body])));
    expect(await leadsOf(tenant)).toMatchObject([
      { contact_name: "Anna Bell", submission_count: 1 },
      { contact_name: "Bob Cole", submission_count: 1 },
    ]);
    expect(await sentOf(tenant)).toBe(2);
  });
});
