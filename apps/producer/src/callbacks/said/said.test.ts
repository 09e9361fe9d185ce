import type { CallbackSaid } from "@leadrelay/contracts/callback-message";
import { describe, expect, test } from "vitest";
import { callbackFields } from "../callback-fields.ts";
import { saidByCrm } from "./said-by-crm.ts";
import { saidByMake } from "./said-by-make.ts";

const delivery = "6bbde7b5-7fdb-83e9-ab31-475779792369";
const lead = "0199c0de-0000-7000-8000-000000000001";
const read = (body: object) => callbackFields(Object.entries(body));

describe("a scenario's callback", () => {
  const make = (body: object, id = delivery) => saidByMake(read(body), id);

  test.each<[what: string, body: object, said: Partial<Extract<CallbackSaid, { kind: "execution" }>>]>([
    ["without a word says that it ran", {}, { result: "done" }],
    ["of success says so", { status: "SUCCESS" }, { result: "done", status: "SUCCESS" }],
    [
      "of an error says so, and which",
      { status: "error", error: "no such list" },
      { result: "failed", status: "error", error: "no such list" },
    ],
    ["says it by yes or no, too", { success: false }, { result: "failed", status: "false" }],
    [
      "has its run's address",
      { executionUrl: "https://eu1.make.com/1/2" },
      { result: "done", execution_url: "https://eu1.make.com/1/2" },
    ],
    [
      "may say the CRM's id",
      { crm_id: 512, crm_url: "https://crm.example/512" },
      { result: "done", crm_lead_id: "512", crm_url: "https://crm.example/512" },
    ],
    [
      "is read where it is nested",
      { data: { Status: "failed", error: { message: "x" } } },
      { result: "failed", status: "failed", error: "x" },
    ],
  ])("%s", (_what, body, said) => {
    expect(make(body)).toEqual({ kind: "execution", delivery_id: delivery, ...said });
  });

  test("names its delivery in the case that we write", () => {
    expect(make({}, delivery.toUpperCase())).toMatchObject({ delivery_id: delivery });
  });

  test("with a status that says neither is not kept", () => {
    expect(make({ status: "running" })).toEqual({
      unsaid: expect.stringContaining("success or error") as string,
    });
  });
});

describe("whom a CRM tells of", () => {
  test.each<[what: string, body: object, named: object]>([
    ["our id", { lead_public_id: lead }, { lead_public_id: lead }],
    ["our id under its short name", { lead_id: lead }, { lead_public_id: lead }],
    ["our number", { lead_id: 41 }, { lead_id: 41 }],
    ["our number as text", { "Lead ID": "41" }, { lead_id: 41 }],
    ["its submission", { leadSubmissionPublicId: lead }, { lead_submission_public_id: lead }],
    ["the delivery as the payload calls it", { make_send_public_id: delivery }, { delivery_id: delivery }],
    ["the delivery", { delivery_id: delivery }, { delivery_id: delivery }],
    ["its own id", { crm_lead_id: "00Q5g" }, { crm_lead_id: "00Q5g" }],
    [
      "all that it knows",
      { lead_id: 41, crm_id: "7", delivery_id: delivery },
      { lead_id: 41, crm_lead_id: "7", delivery_id: delivery },
    ],
  ])("is known by %s", (_what, body, named) => {
    expect(saidByCrm("activity", read(body))).toMatchObject({ kind: "activity", lead: named });
  });

  test.each([
    [{}],
    [{ lead_id: "abc" }],
    [{ lead_id: "" }],
    [{ email: "a@b.example" }],
    [{ lead_id: "1e9" }],
  ])("is nobody for %j", (body) => {
    for (const door of ["link", "activity", "outcome"] as const)
      expect(saidByCrm(door, read({ ...body, outcome: "won", crm_url: "https://a.example" }))).toHaveProperty(
        "unsaid",
      );
  });
});

describe("a link", () => {
  test("has the CRM's id and its page", () => {
    const body = { lead_public_id: lead, crm_lead_id: "512", url: "https://crm.example/512" };
    expect(saidByCrm("link", read(body))).toEqual({
      kind: "link",
      lead: { lead_public_id: lead },
      crm_lead_id: "512",
      crm_url: "https://crm.example/512",
    });
  });

  test.each([
    ["without the CRM's id is none", { lead_public_id: lead }, "crm_lead_id"],
    ["without an id of ours is none", { crm_lead_id: "512" }, "no lead is named"],
  ])("%s", (_what, body, said) => {
    expect(saidByCrm("link", read(body))).toEqual({ unsaid: expect.stringContaining(said) as string });
  });
});

test("an activity is what the CRM calls it, with its text cut at a whole character", () => {
  const text = `${"x".repeat(1_999)}👍`;
  const body = {
    lead_id: 41,
    type: "call",
    note: text,
    owner: "Asha",
    activity_id: "a-1",
    timestamp: 1_796_040_000,
  };
  expect(saidByCrm("activity", read(body))).toEqual({
    kind: "activity",
    lead: { lead_id: 41 },
    activity: "call",
    text: "x".repeat(1_999),
    by: "Asha",
    activity_id: "a-1",
    happened_at: "1796040000",
  });
});

describe("an outcome", () => {
  const outcome = (body: object) => saidByCrm("outcome", read({ lead_id: 41, ...body }));

  test.each([
    ["contacted", "contacted"],
    ["Qualified", "qualified"],
    ["Closed Won", "won"],
    ["closedwon", "won"],
    ["Closed - Lost", "lost"],
    ["RETURNED", "returned"],
  ])("%s is %s", (given, meant) => {
    expect(outcome({ outcome: given })).toMatchObject({ outcome: meant });
    expect(outcome({ stage: given })).toMatchObject({ outcome: meant });
  });

  test.each(["", "negotiation", "wonderful", "not won", "closed"])("%o is none", (given) => {
    expect(outcome({ outcome: given })).toEqual({
      unsaid: expect.stringContaining("contacted, qualified") as string,
    });
  });

  test("has worth and time as the CRM wrote them", () => {
    expect(
      outcome({ outcome: "won", amount: "₹ 1,20,000", currencyCode: "INR", date: "2026-11-30" }),
    ).toEqual({
      kind: "outcome",
      lead: { lead_id: 41 },
      outcome: "won",
      value: "₹ 1,20,000",
      currency: "INR",
      happened_at: "2026-11-30",
    });
  });

  test("has its reason, and who gives it back", () => {
    expect(outcome({ outcome: "returned", reason: "wrong number", destination_id: "dst_1" })).toMatchObject({
      reason: "wrong number",
      destination_id: "dst_1",
    });
  });
});
