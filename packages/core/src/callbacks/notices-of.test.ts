import { describe, expect, it } from "vitest";
import type { Callback, CallbackPlan } from "./callback-plan.ts";
import { detailOf } from "./detail-of.ts";
import { noticesOf } from "./notices-of.ts";

const lead: NonNullable<CallbackPlan["lead"]> = {
  id: 4,
  public_id: "lead-4",
  client_id: "cli",
  status: "new",
  crm_lead_id: null,
  project: null,
  contact_name: "Asha Rao",
  contact_email: null,
  contact_phone: null,
  submission_count: 1,
  suspicion_score: 0,
  is_test: false,
};
const of = { lead_id: 4 };
const outcome = (word: "won" | "returned", more: object = {}) =>
  ({ kind: "outcome", lead: of, outcome: word, ...more }) as const;
const call = { kind: "activity", lead: of, activity: "call", text: "Wants a visit", by: "Ravi" } as const;
const link = { kind: "link", lead: of, crm_lead_id: "512", crm_url: "https://crm.example/512" } as const;
const reply = { kind: "reply", sid: "SM1", phone: "+91-9812345678", text: "Hi", wish: null } as const;

const told = (said: Callback["said"], given: Partial<CallbackPlan> = {}, refused: string | null = null) => {
  const callback = { id: "cb", client_id: "cli", received_at: 9, said, destination_id: null };
  const row: CallbackPlan["row"] = {
    lead_id: 4,
    client_id: "cli",
    id: "cb",
    kind: said.kind,
    once_key: null,
    delivery_id: "d-1",
    destination_id: null,
    detail_json: "{}",
    refused,
    happened_at: 7,
    received_at: 9,
  };
  const plan: CallbackPlan = {
    row,
    detail: detailOf(said),
    lead,
    crmLeadId: null,
    stage: null,
    confirmed: null,
    unconfirmed: null,
    optOut: null,
    told: null,
    tallies: [],
    leaves: null,
    passedOnTo: null,
    ...given,
  };
  return noticesOf(callback, plan);
};

it("of a lead that is not known nobody is told", () => {
  expect(told(call, { lead: null, crmLeadId: "512" })).toEqual([]);
});

it("every notice names its lead, its client, when it was and what to type next", () => {
  expect(told(call)).toEqual([
    {
      v: 1,
      type: "lead.crm_activity",
      activity: { id: null, kind: "call", text: "Wants a visit", by: "Ravi", stage: null, value: null },
      happened_at: 7,
      client_id: "cli",
      lead_id: "lead-4",
      destination: null,
      summary: "The CRM tells of this lead: call.",
      what_next: "`leadrelay lead show lead-4` shows all of it.",
    },
  ]);
});

describe("a link", () => {
  it("is told with where the CRM shows the lead, and the link before it", () => {
    const known = { ...lead, crm_lead_id: "77" };
    expect(told(link, { crmLeadId: "512", lead: known })).toMatchObject([
      {
        type: "lead.crm_linked",
        link: { system: "crm", crm_lead_id: "512", previous: "77", url: "https://crm.example/512" },
        summary: "The CRM has this lead as 512.",
      },
    ]);
  });

  it("is told with none before it where there was none", () => {
    expect(told(link, { crmLeadId: "512" })).toMatchObject([{ link: { previous: null } }]);
  });

  it("that changes nothing is not told", () => {
    expect(told(link)).toEqual([]);
  });
});

describe("what the CRM did", () => {
  it("is told with the CRM's own id of it", () => {
    expect(told({ ...call, activity_id: "a9" })).toMatchObject([{ activity: { id: "a9" } }]);
  });

  it("is told of an outcome with its worth and its stage, and as a change of stage", () => {
    const said = outcome("won", { value: "500", reason: "Signed" });
    const detail = { ...detailOf(said), stage: "Won" };
    expect(told(said, { detail, stage: { from: "new", to: "Won" } })).toMatchObject([
      {
        type: "lead.crm_activity",
        activity: { id: null, kind: "won", text: "Signed", by: null, stage: "Won", value: 500 },
        summary: "The CRM tells of this lead: won, worth 500.",
      },
      {
        type: "lead.status_changed",
        change: { from: "new", to: "Won", by: { kind: "key", name: "The CRM" } },
        summary: "The CRM moved this lead from new to Won.",
      },
    ]);
  });

  it("is told of a stage with as much of its name as a notice holds", () => {
    const [, moved] = told(outcome("won"), { stage: { from: "a".repeat(60), to: "b".repeat(60) } });
    expect(moved).toMatchObject({ change: { from: "a".repeat(50), to: "b".repeat(50) } });
  });
});

describe("a return", () => {
  it("is told with its reason and its delivery, and as no activity", () => {
    expect(told(outcome("returned", { reason: "No budget" }))).toMatchObject([
      {
        type: "lead.returned",
        returned: {
          reason: "No budget",
          note: null,
          accepted: true,
          refused_because: null,
          passed_on_to: null,
          delivery_id: "d-1",
        },
        summary: "This lead was given back.",
      },
    ]);
  });

  it("without a reason has an empty one", () => {
    expect(told(outcome("returned"))).toMatchObject([{ returned: { reason: "" } }]);
  });

  it("that was refused says why", () => {
    const why = "3 were given back this month already";
    expect(told(outcome("returned"), {}, why)).toMatchObject([
      {
        returned: { accepted: false, refused_because: why },
        summary: `Somebody gave this lead back, and was refused: ${why}.`,
      },
    ]);
  });

  it("says who gets the lead next", () => {
    const passedOnTo = { id: "dst_b", name: "Beta", kind: "make" };
    expect(told(outcome("returned"), { passedOnTo })).toMatchObject([
      { returned: { passed_on_to: passedOnTo }, summary: "This lead was given back, and goes on to Beta." },
    ]);
  });

  it("holds as much of long texts as a notice does, and no half of a sign", () => {
    const passedOnTo = { id: "dst_b", name: "n".repeat(300), kind: "make" };
    const reason = `${"r".repeat(199)}😀`;
    const [notice] = told(outcome("returned", { reason }), { passedOnTo }, "w".repeat(600));
    expect(notice).toMatchObject({
      returned: {
        reason: `${"r".repeat(199)}\uFFFD`,
        refused_because: "w".repeat(500),
        passed_on_to: { name: "n".repeat(200) },
      },
    });
    expect(notice?.summary).toHaveLength(500);
  });
});

describe("a reply", () => {
  it("is told with what was said, by whom and when", () => {
    expect(told(reply)).toMatchObject([
      {
        type: "lead.replied",
        reply: {
          channel: "sms",
          text: "Hi",
          from: "+91-9812345678",
          received_at: 9,
          receiver_id: "SM1",
          opted_out: false,
        },
        summary: "This lead replied.",
      },
    ]);
  });

  it("without Twilio's id has none", () => {
    expect(told({ ...reply, sid: "" })).toMatchObject([{ reply: { receiver_id: null } }]);
  });

  it("of whoever wants no more says so", () => {
    expect(told({ ...reply, text: "STOP", wish: "stop" })).toMatchObject([
      { reply: { opted_out: true }, summary: "This lead wants no more messages." },
    ]);
  });

  it("of whoever wants them again is a reply as others", () => {
    expect(told({ ...reply, text: "START", wish: "start" })).toMatchObject([
      { reply: { opted_out: false }, summary: "This lead replied." },
    ]);
  });
});

it("a run that is told of its own is no notice here", () => {
  expect(told({ kind: "execution", delivery_id: "d-1", result: "failed" })).toEqual([]);
});
