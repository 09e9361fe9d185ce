import {
  emptyPlan,
  type CommitPlan,
  type LeadRow,
  type SubmissionRow,
} from "@leadrelay/core/decide/commit-plan";
import type { SplitPlan } from "@leadrelay/core/split/plan-split";
import type { Identity } from "@leadrelay/core/identity/identity";
import { commitStatements } from "@leadrelay/db/intake/commit-statements";
import { pipelineScope, type OperatorScope } from "@leadrelay/db/scope";
import { splitStatements } from "@leadrelay/db/splits/split-statements";
import { applyD1Migrations, env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { anyLeadId, placeRow } from "../../test/place-row.ts";
import { deliveryNow, nowMs, placeDelivery, placeNeighbours } from "../../test/placed-delivery.ts";
import { rows } from "../../test/tenant.ts";
import { whatCameOf } from "../../test/what-came-of.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

const leadRow = (client_id: string): LeadRow => ({
  id: anyLeadId(),
  public_id: crypto.randomUUID(),
  client_id,
  form_id: "form",
  is_test: false,
  project: null,
  project_key: "",
  contact_name: "Anna",
  contact_email: "anna@example.com",
  contact_phone: null,
  visitor_id: null,
  user_agent: null,
  submission_count: 3,
  suspicion_score: 0,
  first_submitted_at: 1,
  last_submitted_at: 3,
  last_sent_at: null,
  first_attribution_json: null,
  latest_attribution_json: null,
});

const submissionOf = (lead: LeadRow, submission_number: number): SubmissionRow => ({
  lead_id: lead.id,
  submission_number,
  id: anyLeadId(),
  public_id: crypto.randomUUID(),
  client_id: lead.client_id,
  form_id: "form",
  outcome: submission_number === 1 ? "new_lead" : "duplicate",
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  cta: null,
  page_url: null,
  attribution_json: null,
  payload_json: "{}",
  decision_json: "",
  submitted_at: submission_number,
  unsent: submission_number === 1 ? null : "duplicate_window",
  unsent_payload: null,
});

const commit = (plan: Partial<CommitPlan>) =>
  whatCameOf(commitStatements(pipelineScope, { ...emptyPlan(), ...plan }, 1));

/** A lead with three submissions, and the plan that splits the second off. */
async function planned(given: Partial<SplitPlan> = {}) {
  const client = crypto.randomUUID();
  const [lead, newLead] = [leadRow(client), leadRow(client)];
  const submissions = [1, 2, 3].map((number) => submissionOf(lead, number));
  const [, second = submissionOf(lead, 2)] = submissions;
  expect(await commit({ newLeads: [lead], submissions })).toBe("done");
  const move: SplitPlan["moves"][number] = {
    id: second.id,
    public_id: second.public_id,
    submission_number: 1,
    outcome: "new_lead",
    decision_json: "1[]",
    unsent: null,
    unsent_payload: null,
    from: { submission_number: 2, unsent: "duplicate_window" },
  };
  const plan: SplitPlan = {
    newLead: { ...newLead, submission_count: 1 },
    oldLead: { ...lead, submission_count: 4 },
    moves: [move],
    identities: [],
    shared: [],
    nameWords: { added: [], dropped: [] },
    event: {
      lead_id: newLead.id,
      id: crypto.randomUUID(),
      client_id: client,
      type: "lead.created",
      submission_public_id: second.public_id,
      payload_json: "1[]",
      created_at: nowMs,
    },
    deliveries: [],
    traces: [],
    cancelled: [],
    outcomes: [],
    ...given,
  };
  return { client, lead, newLead, plan, move };
}

function split(plan: SplitPlan) {
  const clients = [{ id: plan.newLead.client_id, database: "DB", masked: false }];
  const scope: OperatorScope = { kind: "operator", clients, agencyIds: [], isInstallation: false };
  return whatCameOf(splitStatements(scope, plan, nowMs));
}

const placesOf = (client: string) =>
  rows(
    "SELECT lead_id, submission_number AS number, outcome FROM lead_submissions WHERE client_id = ? ORDER BY submitted_at",
    client,
  );

describe("a split in SQL", () => {
  it("moves what goes, and nothing beside it", async () => {
    const { client, lead, newLead, plan } = await planned();
    expect(await split(plan)).toBe("done");
    expect(await placesOf(client)).toEqual([
      { lead_id: lead.id, number: 1, outcome: "new_lead" },
      { lead_id: newLead.id, number: 1, outcome: "new_lead" },
      { lead_id: lead.id, number: 3, outcome: "duplicate" },
    ]);
  });

  it.each([
    ["the lead took another", { oldLead: 5 }],
    ["one of them was released", { unsent: null }],
    ["one of them went", { number: 7 }],
    ["a number is another's", { number: 3 }],
  ] as const)("is not made where %s meanwhile", async (_, given) => {
    const { client, plan, move } = await planned();
    const before = await placesOf(client);
    const from = { ...move.from };
    if ("unsent" in given) from.unsent = given.unsent;
    if ("number" in given) from.submission_number = given.number;
    const oldLead = { ...plan.oldLead, submission_count: "oldLead" in given ? given.oldLead : 4 };
    expect(await split({ ...plan, oldLead, moves: [{ ...move, from }] })).toBe("conflict");
    expect(await placesOf(client)).toEqual(before);
  });

  it("takes along those of its identities that the lead it leaves holds", async () => {
    const { client, lead, newLead, plan } = await planned();
    const identity = (kind: Identity["kind"], value: string): Identity => ({
      client_id: client,
      is_test: false,
      kind,
      value,
      project_key: "",
    });
    const goes = identity("phone", "+91-1");
    const others = [identity("email", "+91-1"), identity("phone", "+91-2")];
    const theirs = identity("phone", "+91-3");
    const third = leadRow(client);
    const held = [goes, ...others].map((one) => ({ ...one, lead_id: lead.id }));
    await commit({ newLeads: [third], identities: [...held, { ...theirs, lead_id: third.id }] });
    expect(await split({ ...plan, identities: [goes, theirs] })).toBe("done");
    expect(
      await rows(
        "SELECT kind, value, lead_id FROM lead_identities WHERE client_id = ? ORDER BY 1, 2",
        client,
      ),
    ).toEqual([
      { kind: "email", value: "+91-1", lead_id: lead.id },
      { kind: "phone", value: "+91-1", lead_id: newLead.id },
      { kind: "phone", value: "+91-2", lead_id: lead.id },
      { kind: "phone", value: "+91-3", lead_id: third.id },
    ]);
  });

  it("has the lead it leaves no longer found by the names that go, and no other lead", async () => {
    const { client, lead, newLead, plan } = await planned();
    const third = anyLeadId();
    for (const [word, lead_id] of [
      ["anna", lead.id],
      ["bob", lead.id],
      ["bob", third],
    ] as const)
      await placeRow("lead_name_words", { client_id: client, is_test: 0, word, lead_id });
    expect(await split({ ...plan, nameWords: { added: ["bob"], dropped: ["bob"] } })).toBe("done");
    const found = await rows<{ word: string; lead_id: number }>(
      "SELECT word, lead_id FROM lead_name_words WHERE client_id = ?",
      client,
    );
    expect(new Set(found.map(({ word, lead_id }) => `${word} ${lead_id}`))).toEqual(
      new Set([`anna ${lead.id}`, `bob ${newLead.id}`, `bob ${third}`]),
    );
  });

  it.each([
    ["pending", "cancelled"],
    ["held", "cancelled"],
    ["in_flight", "in_flight"],
    ["delivered", "delivered"],
  ] as const)("has a delivery that is %s %s, and leaves its neighbours", async (status, then) => {
    const { client, lead, plan } = await planned();
    const delivery = await placeDelivery({ lead_id: lead.id, client_id: client, status });
    const neighbours = await placeNeighbours(delivery);
    const { event_id, destination_id, public_id } = delivery;
    const cancelled = [{ event_id, destination_id, public_id, status, type: "lead.updated" as const }];
    expect(await split({ ...plan, cancelled })).toBe("done");
    expect((await deliveryNow(delivery)).status).toBe(then);
    for (const neighbour of neighbours) expect(await deliveryNow(neighbour)).toEqual(neighbour);
  });
});
