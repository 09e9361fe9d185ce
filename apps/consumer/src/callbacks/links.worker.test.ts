import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it, test } from "vitest";
import { acked, callback, oneLead, retried } from "../../test/called-back.ts";
import { deliverMessages, testDependencies } from "../../test/deliver-messages.ts";
import { newTenant, rows } from "../../test/tenant.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

describe("a link", () => {
  test.each<[by: string, named: (own: Awaited<ReturnType<typeof oneLead>>) => object]>([
    ["its public id", ({ lead }) => ({ lead_public_id: lead.public_id })],
    ["its number", ({ lead }) => ({ lead_id: lead.id })],
    ["its delivery", ({ sent }) => ({ delivery_id: sent.public_id })],
    ["the first id that is known", ({ lead }) => ({ lead_public_id: "nobody", lead_id: lead.id })],
  ])("finds its lead by %s", async (_by, named) => {
    const own = await oneLead();
    await deliverMessages([own.say({ kind: "link", lead: named(own), crm_lead_id: "512" })]);
    expect(await own.leadNow()).toEqual({ ...own.lead, crm_lead_id: "512" });
    expect(await own.kept()).toMatchObject([{ kind: "link", lead_id: own.lead.id }]);
  });

  it("finds its lead by its submission, and by the CRM's id afterwards", async () => {
    const own = await oneLead();
    const [submission] = await rows<{ public_id: string }>(
      "SELECT public_id FROM lead_submissions WHERE lead_id = ?",
      own.lead.id,
    );
    const lead = { lead_submission_public_id: submission?.public_id ?? "" };
    await deliverMessages([own.say({ kind: "link", lead, crm_lead_id: "512" })]);
    await deliverMessages([own.say({ kind: "outcome", lead: { crm_lead_id: "512" }, outcome: "won" })]);
    expect(await own.leadNow()).toMatchObject({ crm_lead_id: "512", status: "won" });
  });

  it("of another client's lead matches nobody, by whichever of its ids", async () => {
    const [own, other] = [await oneLead(), await oneLead()];
    await env.DB.prepare("UPDATE leads SET crm_lead_id = 'theirs' WHERE id = ?").bind(other.lead.id).run();
    const theirs = {
      lead_public_id: other.lead.public_id,
      lead_id: other.lead.id,
      delivery_id: other.sent.public_id,
      crm_lead_id: "theirs",
    };
    const message = own.say({ kind: "outcome", lead: theirs, outcome: "won" });
    expect(await deliverMessages([message], testDependencies(), 5)).toEqual(acked);
    expect(await other.leadNow()).toMatchObject({ status: "new" });
    expect(await own.kept()).toMatchObject([
      { lead_id: 0, refused: expect.stringContaining("no lead") as string },
    ]);
  });

  it("that says what is known is nothing new, and a later one counts", async () => {
    const own = await oneLead();
    const link = (crm_lead_id: string) =>
      own.say({ kind: "link", lead: { lead_id: own.lead.id }, crm_lead_id });
    const first = link("1");
    for (const message of [first, link("1"), link("2"), first]) await deliverMessages([message]);
    expect(await own.leadNow()).toMatchObject({ crm_lead_id: "2" });
    expect(await own.kept()).toHaveLength(2);
  });
});

describe("what matches no lead", () => {
  it("is looked at again, for the lead may be on its way, and then kept for somebody to see", async () => {
    const own = await oneLead();
    const message = own.say({ kind: "activity", lead: { lead_id: 1 }, activity: "call", text: "secret" });
    for (const attempts of [1, 4])
      expect(await deliverMessages([message], testDependencies(), attempts)).toEqual(retried);
    expect(await own.kept()).toEqual([]);
    for (const attempts of [5, 6])
      expect(await deliverMessages([message], testDependencies(), attempts)).toEqual(acked);
    const kept = await own.kept();
    expect(kept).toMatchObject([{ lead_id: 0, kind: "activity", once_key: null }]);
    expect(JSON.parse(kept[0]?.detail_json ?? "{}")).toMatchObject({ sought: { lead_id: 1 } });
  });

  it("finds a lead of its own batch", async () => {
    const tenant = await newTenant();
    const submission = tenant.submission();
    const lead = { lead_submission_public_id: submission.submission_id };
    const said = { kind: "link", lead, crm_lead_id: "9" } as const;
    await deliverMessages([callback(said, { by: "edge", client_id: tenant.clientId }), submission]);
    expect(await rows("SELECT crm_lead_id FROM leads WHERE client_id = ?", tenant.clientId)).toEqual([
      { crm_lead_id: "9" },
    ]);
  });
});
