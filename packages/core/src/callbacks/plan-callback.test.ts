import type { AfterDelivery } from "@leadrelay/contracts/after-delivery";
import type { LeadOutcome } from "@leadrelay/contracts/callback-limits";
import { describe, expect, it } from "vitest";
import type { ArrivedDelivery, Callback, CallbackFacts, CallbackPlan, ProvedSaid } from "./callback-plan.ts";
import { planCallback, type CallbackPolicy } from "./plan-callback.ts";

const at = Date.UTC(2026, 10, 30, 12);
const lead: NonNullable<CallbackFacts["lead"]> = {
  id: 4,
  public_id: "lead-4",
  client_id: "cli",
  status: "Contacted",
  crm_lead_id: null,
  project: null,
  contact_name: null,
  contact_email: null,
  contact_phone: null,
  submission_count: 1,
  suspicion_score: 0,
  is_test: false,
};
const delivery: NonNullable<CallbackFacts["delivery"]> = {
  public_id: "d-1",
  lead_id: 4,
  event_id: "e",
  destination_id: "crm",
  status: "delivered",
  attempts: 1,
  settled_at: 5,
  submitted_at: 1,
  confirm_by: null,
  unconfirmed_at: null,
  is_notice: null,
};
const stages = ["new", "Contacted", "qualified", "Won"];
const ann: ArrivedDelivery = {
  public_id: "d-ann",
  destination_id: "ann",
  settled_at: at - 1_000,
  returned: 0,
};
const of = { lead_public_id: "lead-4" };

function planned(
  said: ProvedSaid,
  given: Partial<CallbackFacts> = {},
  { destination_id = null, ...policy }: Partial<CallbackPolicy & Pick<Callback, "destination_id">> = {},
): CallbackPlan | null {
  const callback = { id: "cb", client_id: "cli", received_at: at, said, destination_id };
  const facts = {
    lead,
    delivery: null,
    isKept: false,
    wasSaid: false,
    arrived: [],
    returnedBy: [],
    linkedBy: null,
    ...given,
  };
  const plan = planCallback(callback, facts, { stages, rulesOf: () => ({}), isLast: false, ...policy });
  if (plan === "early") throw new Error("It is too early for nothing here.");
  return plan;
}
const outcome = (word: LeadOutcome, more: object = {}) =>
  ({ kind: "outcome", lead: of, outcome: word, ...more }) as const;
const call = { kind: "activity", lead: of, activity: "call" } as const;
const run = { kind: "execution", delivery_id: "d-1", result: "done" } as const;
const reply = { kind: "reply", sid: "SM1", phone: "+91-9812345678", text: "Hi", wish: null } as const;

it("an activity is kept under its lead with when it was, and changes nothing", () => {
  const plan = planned({ ...call, happened_at: String(at - 5_000), activity_id: "a9" });
  expect(plan).toEqual({
    row: {
      lead_id: 4,
      client_id: "cli",
      id: "cb",
      kind: "activity",
      once_key: "activity:a9",
      delivery_id: null,
      destination_id: null,
      detail_json: JSON.stringify(plan?.detail),
      refused: null,
      happened_at: at - 5_000,
      received_at: at,
    },
    detail: expect.objectContaining({ word: "call" }),
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
  });
});

it.each<[what: string, said: ProvedSaid, happened: number]>([
  ["an outcome when its CRM says it was", outcome("won", { happened_at: String(at - 9) }), at - 9],
  ["an outcome of which nobody says when, when it came", outcome("won"), at],
  ["a run when it came", run, at],
])("is kept as of then: %s", (_what, said, happened) => {
  expect(planned(said)?.row.happened_at).toBe(happened);
});

it.each<[what: string, own: string | null, known: typeof delivery | null, whose: string | null]>([
  ["the door's that it came through", "twilio", delivery, "twilio"],
  ["its delivery's", null, delivery, "crm"],
  ["nobody's", null, null, null],
])("its destination is %s", (_what, destination_id, known, whose) => {
  const plan = planned(call, { delivery: known }, { destination_id });
  expect(plan?.row).toMatchObject({ destination_id: whose, delivery_id: known?.public_id ?? null });
});

describe("of a lead that is not known", () => {
  it("is kept with what it looked for, that nobody has it, and under no name of its own", () => {
    const plan = planned(outcome("won"), { lead: null });
    expect(plan).toMatchObject({
      row: {
        lead_id: 0,
        once_key: null,
        refused: "no lead of this client has the ids that it names",
      },
      detail: { word: "won", sought: of },
      stage: null,
    });
    expect(JSON.parse(plan?.row.detail_json ?? "")).toEqual(plan?.detail);
  });

  it("is no refusal where it confirms a notice's delivery", () => {
    const plan = planned(run, { lead: null, delivery });
    expect(plan).toMatchObject({ row: { refused: null }, confirmed: delivery });
  });

  it("confirms nothing where it says nothing of how its delivery ended", () => {
    expect(planned(call, { lead: null, delivery })).toMatchObject({ confirmed: null, unconfirmed: null });
  });
});

describe("a run", () => {
  it.each<[what: string, crmLeadId: string | undefined, had: string | null, gets: string | null]>([
    ["links the lead that it made in the CRM", "512", null, "512"],
    ["links it anew", "512", "77", "512"],
    ["changes no link that is the same", "512", "512", null],
    ["links nothing where it names none", undefined, null, null],
  ])("%s", (_what, crm_lead_id, had, gets) => {
    const said = { ...run, ...(crm_lead_id === undefined ? {} : { crm_lead_id }) };
    expect(planned(said, { lead: { ...lead, crm_lead_id: had }, delivery })?.crmLeadId).toBe(gets);
  });

  it("without a delivery confirms nothing", () => {
    expect(planned(run)).toMatchObject({ confirmed: null });
  });

  it("that was told before of a delivery that is gone is nothing", () => {
    expect(planned(run, { wasSaid: true })).toBeNull();
  });
});

it("what becomes of a message confirms its delivery", () => {
  const said = {
    kind: "sms_status",
    sid: "SM1",
    lead: { delivery_id: "d-1" },
    status: "read",
    result: "done",
    error: null,
  } as const;
  expect(planned(said, { delivery })).toMatchObject({ confirmed: delivery, crmLeadId: null });
});

it("an outcome that was said before is nothing", () => {
  expect(planned(outcome("won"), { wasSaid: true })).toBeNull();
});

it("a link of a lead that has another one takes its place where it is no answer", () => {
  const linked = { ...lead, crm_lead_id: "77" };
  const said = { kind: "link", lead: of, crm_lead_id: "512" } as const;
  expect(planned(said, { lead: linked })).toMatchObject({ crmLeadId: "512", row: { once_key: null } });
});

describe("an outcome", () => {
  it("moves the lead to its client's stage of that name, from the one it stands in", () => {
    const plan = planned(outcome("won"));
    expect(plan).toMatchObject({ stage: { from: "Contacted", to: "Won" }, detail: { stage: "Won" } });
    expect(JSON.parse(plan?.row.detail_json ?? "")).toMatchObject({ stage: "Won" });
  });

  it.each<[what: string, word: LeadOutcome]>([
    ["where it stands already", "contacted"],
    ["where its client has no such stage", "lost"],
  ])("leaves it %s", (_what, word) => {
    expect(planned(outcome(word))).toMatchObject({ stage: null, detail: { stage: null } });
  });
});

describe("a return", () => {
  const rulesOf = () => ({ returns: { pass_on: true } }) satisfies AfterDelivery;

  it("is its destination's, once, is counted, and the lead leaves it", () => {
    expect(planned(outcome("returned"), { arrived: [ann] }, { rulesOf })).toMatchObject({
      row: { once_key: "outcome:returned:ann", refused: null, delivery_id: "d-ann", destination_id: "ann" },
      tallies: [{ subject: "return:ann", count: 1 }],
      leaves: "ann",
    });
  });

  it("is judged by the rules of the destination that has the lead", () => {
    const asked: string[] = [];
    planned(outcome("returned"), { arrived: [ann] }, { rulesOf: (id) => (asked.push(id), {}) });
    expect(asked).toEqual(["ann"]);
  });

  it("leaves nobody where nothing is passed on", () => {
    expect(
      planned(outcome("returned"), { arrived: [ann] }, { rulesOf: () => ({ returns: {} }) }),
    ).toMatchObject({ leaves: null, row: { refused: null } });
  });

  it("that is refused may be said again, and moves nobody", () => {
    const plan = planned(outcome("returned"), { arrived: [ann] }, { stages: [...stages, "returned"] });
    expect(plan).toMatchObject({
      row: { once_key: null, refused: expect.stringContaining("takes none back"), destination_id: "ann" },
      tallies: [],
      leaves: null,
      stage: null,
    });
  });

  it("of which nobody knows whose it is keeps what its callback says", () => {
    const plan = planned(outcome("returned"), { delivery }, { destination_id: "door" });
    expect(plan?.row).toMatchObject({ delivery_id: "d-1", destination_id: "door" });
    expect(plan?.row.refused).toContain("no destination");
  });

  it("that was taken before is nothing", () => {
    expect(planned(outcome("returned"), { arrived: [ann], returnedBy: ["ann"] }, { rulesOf })).toBeNull();
  });
});

describe("a reply", () => {
  it.each<[what: string, wish: "stop" | "start", isOut: boolean]>([
    ["that says stop", "stop", true],
    ["that says start", "start", false],
  ])("%s is kept as a wish of its number", (_what, wish, isOut) => {
    expect(planned({ ...reply, wish })).toMatchObject({
      optOut: { phone: "+91-9812345678", isOut, limit: null },
    });
  });

  it("of a stranger that says stop is kept too, among so many", () => {
    expect(planned({ ...reply, wish: "stop" }, { lead: null })).toMatchObject({
      optOut: { isOut: true, limit: { count: 1 } },
    });
  });

  it.each<[what: string, said: ProvedSaid]>([
    ["that wishes nothing", reply],
    ["of nobody's number", { ...reply, phone: null, wish: "stop" }],
  ])("%s is no wish", (_what, said) => {
    expect(planned(said)).toMatchObject({ optOut: null, row: { once_key: "reply:SM1" } });
  });
});
