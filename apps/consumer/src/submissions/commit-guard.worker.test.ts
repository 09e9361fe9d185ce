import { emptyPlan, type CommitPlan, type LeadRow } from "@leadrelay/core/decide/commit-plan";
import { commitStatements } from "@leadrelay/db/intake/commit-statements";
import { pipelineScope } from "@leadrelay/db/scope";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId } from "../../test/place-row.ts";
import { rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const commit = (plan: Partial<CommitPlan>) =>
  whatCameOf(commitStatements(pipelineScope, { ...emptyPlan(), ...plan }, 1));

const leadRow = (given: Partial<LeadRow> = {}): LeadRow => ({
  id: anyLeadId(),
  public_id: crypto.randomUUID(),
  client_id: "cli",
  form_id: "form",
  is_test: false,
  project: null,
  project_key: "",
  contact_name: "Anna",
  contact_email: "anna@example.com",
  contact_phone: null,
  visitor_id: null,
  user_agent: null,
  submission_count: 2,
  suspicion_score: 0,
  first_submitted_at: 1,
  last_submitted_at: 2,
  last_sent_at: null,
  first_attribution_json: "[]",
  latest_attribution_json: "[]",
  ...given,
});

async function storedLead(given: Partial<LeadRow> = {}): Promise<LeadRow> {
  const lead = leadRow(given);
  expect(await commit({ newLeads: [lead] })).toBe("done");
  return lead;
}
const leadNow = async ({ id }: LeadRow) => (await rows("SELECT * FROM leads WHERE id = ?", id))[0];

describe("a commit", () => {
  it.each([
    ["as many submissions as when it was read", 2, "done"],
    ["one more", 1, "conflict"],
    ["one less", 3, "conflict"],
  ])("for a lead that has %s is %o: %s", async (_what, seen, came) => {
    // Another lead has another count: nobody asks for it.
    await storedLead({ submission_count: 9 });
    const lead = await storedLead();
    const changed = { ...lead, contact_name: "Anna B", submission_count: 3 };
    const guards = [{ lead_id: lead.id, submission_count: seen }];
    expect(await commit({ guards, changedLeads: [changed] })).toBe(came);
    expect(await leadNow(lead)).toMatchObject({ contact_name: came === "done" ? "Anna B" : "Anna" });
  });

  it("is aborted whole by one lead of several that has moved on", async () => {
    const [still, moved] = [await storedLead(), await storedLead()];
    const guards = [
      { lead_id: still.id, submission_count: 2 },
      { lead_id: moved.id, submission_count: 1 },
    ];
    const fresh = leadRow();
    expect(await commit({ guards, newLeads: [fresh] })).toBe("conflict");
    expect(await leadNow(fresh)).toBeUndefined();
  });

  it("changes the leads it names and no other", async () => {
    const [lead, other] = [await storedLead(), await storedLead()];
    const before = await leadNow(other);
    const changed = leadRow({
      ...lead,
      visitor_id: "v",
      suspicion_score: 7,
      submission_count: 3,
      last_submitted_at: 8,
    });
    await commit({ changedLeads: [changed] });
    expect(await leadNow(lead)).toMatchObject({
      visitor_id: "v",
      suspicion_score: 7,
      submission_count: 3,
      last_submitted_at: 8,
    });
    expect(await leadNow(other)).toEqual(before);
  });

  it.each([
    ["nothing was ever sent", null, null, null],
    ["a send was settled since the lead was read", 9, null, 9],
    ["a later send was settled since", 9, 5, 9],
    ["this commit tells of a later one", 5, 9, 9],
    ["this commit tells of the first", null, 9, 9],
  ])("keeps the latest time of a send: %s", async (_what, stored, given, after) => {
    const lead = await storedLead({ last_sent_at: stored });
    await commit({ changedLeads: [{ ...lead, last_sent_at: given }] });
    expect(await leadNow(lead)).toMatchObject({ last_sent_at: after });
  });

  const identity = (lead_id: number, value: string, kind: "email" | "ip" = "email") =>
    ({ client_id: "cli", is_test: false, kind, value, project_key: "", lead_id }) as const;
  const holderOf = async (value: string) =>
    (await rows<{ lead_id: number }>("SELECT lead_id FROM lead_identities WHERE value = ?", value))[0]
      ?.lead_id;

  it("is aborted by an identity that another lead took meanwhile", async () => {
    const value = crypto.randomUUID();
    await commit({ identities: [identity(1, value)] });
    expect(await commit({ identities: [identity(2, value)] })).toBe("conflict");
    expect(await holderOf(value)).toBe(1);
  });

  it("moves an address to the newest lead, of its own key only", async () => {
    const value = crypto.randomUUID();
    const test = { ...identity(1, value, "ip"), is_test: true };
    await commit({ ipIdentities: [identity(1, value, "ip"), test] });
    expect(await commit({ ipIdentities: [identity(2, value, "ip")] })).toBe("done");
    const held = await rows("SELECT is_test, lead_id FROM lead_identities WHERE value = ? ORDER BY 1", value);
    expect(held).toEqual([
      { is_test: 0, lead_id: 2 },
      { is_test: 1, lead_id: 1 },
    ]);
  });

  it.each(["newLeads", "submissions", "blocked", "events", "deliveries"] as const)(
    "is aborted by %s that are stored already",
    async (table) => {
      const [id, lead_id] = [crypto.randomUUID(), anyLeadId()];
      const common = {
        lead_id,
        client_id: "cli",
        public_id: id,
        form_id: "form",
        payload_json: "{}",
        submitted_at: 1,
      };
      const row = {
        newLeads: leadRow(),
        blocked: { ...common, ip: "192.0.2.1", matched_cidr: "192.0.2.1/32" },
        submissions: {
          ...common,
          submission_number: 1,
          id: lead_id,
          outcome: "new_lead",
          decision_json: "{}",
        },
        events: { ...common, id, type: "lead.created", submission_public_id: id, created_at: 1 },
        deliveries: {
          ...common,
          event_id: id,
          destination_id: "d",
          status: "held",
          attempts: 0,
          max_attempts: 9,
          created_at: 1,
        },
      }[table];
      const plan = { [table]: [row] } as unknown as Partial<CommitPlan>;
      expect([await commit(plan), await commit(plan)]).toEqual(["done", "conflict"]);
    },
  );
});
