import { expect, test } from "vitest";
import type { Callback, CallbackDelivery, CallbackFacts } from "./callback-plan.ts";
import { calledBackLead as lead } from "../../test/called-back-lead.ts";
import { planCallback } from "./plan-callback.ts";

const delivery: CallbackDelivery = {
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
const facts: CallbackFacts = {
  lead,
  delivery,
  isKept: false,
  wasSaid: false,
  arrived: [],
  returnedBy: [],
  linkedBy: null,
};
const policy = { stages: ["new"], rulesOf: () => ({}), isLast: false };
const said = (what: Callback["said"]): Callback => ({
  id: "cb",
  client_id: "cli",
  received_at: 9,
  said: what,
  destination_id: null,
});
const link = said({ kind: "link", lead: { lead_id: 4 }, crm_lead_id: "512" });
const ran = (result: "done" | "failed") => said({ kind: "execution", delivery_id: "d-1", result });

test.each<[what: string, current: string | null, isAnswer: boolean, linked: string | null]>([
  ["a callback links a lead that has none", null, false, "512"],
  ["a callback takes the place of another link, and is told with the one before", "1", false, "512"],
  ["a callback that says what is known is nothing", "512", false, null],
  ["an answer links a lead that has none", null, true, "512"],
  ["an answer takes no place of another link", "1", true, null],
  ["an answer that says what is known is nothing", "512", true, null],
])("%s", (_what, crm_lead_id, isAnswer, linked) => {
  const known = { ...facts, lead: { ...lead, crm_lead_id } };
  const plan = planCallback(link, known, { ...policy, ...(isAnswer ? { isAnswer } : {}) });
  if (plan === "early") throw new Error("early");
  expect(plan?.crmLeadId ?? null).toBe(linked);
});

type End = "nothing" | "early" | "confirmed" | "confirmed late" | "unconfirmed" | "kept";

test.each<
  [
    what: string,
    result: "done" | "failed",
    given: Partial<CallbackDelivery>,
    more: Partial<CallbackFacts>,
    End,
  ]
>([
  ["one that it ran confirms what was delivered", "done", {}, {}, "confirmed"],
  ["one that it ran confirms what died", "done", { status: "dead" }, {}, "confirmed"],
  ["one that comes late says so", "done", { unconfirmed_at: 5 }, {}, "confirmed late"],
  ["one that it ran of what is confirmed changes nothing", "done", { status: "confirmed" }, {}, "kept"],
  ["the same callback again is nothing", "done", {}, { isKept: true }, "nothing"],
  [
    "the same said again of what is confirmed is nothing",
    "done",
    { status: "confirmed" },
    { wasSaid: true },
    "nothing",
  ],
  ["the same said again of what was sent once more confirms it", "done", {}, { wasSaid: true }, "confirmed"],
  ["one that it failed is told", "failed", {}, {}, "unconfirmed"],
  ["one that it failed is told once", "failed", { unconfirmed_at: 5 }, {}, "kept"],
  ["the same failure said again is nothing", "failed", { unconfirmed_at: 5 }, { wasSaid: true }, "nothing"],
  ["a failure of what is being sent is looked at again", "failed", { status: "in_flight" }, {}, "early"],
  ["a failure of what is tried again is not told", "failed", { status: "pending" }, {}, "kept"],
  ["a failure of what died is not told", "failed", { status: "dead" }, {}, "kept"],
  ["a failure of what was confirmed is not told", "failed", { status: "confirmed" }, {}, "kept"],
])("%s", (_what, result, given, more, end) => {
  const plan = planCallback(ran(result), { ...facts, ...more, delivery: { ...delivery, ...given } }, policy);
  expect(endOf(plan)).toBe(end);
});

function endOf(plan: ReturnType<typeof planCallback>): End {
  if (plan === null) return "nothing";
  if (plan === "early") return "early";
  if (plan.confirmed !== null) return plan.detail.late === true ? "confirmed late" : "confirmed";
  return plan.unconfirmed === null ? "kept" : "unconfirmed";
}

test("a failure of what is still being sent is kept at the last look", () => {
  const known = { ...facts, delivery: { ...delivery, status: "in_flight" as const } };
  expect(endOf(planCallback(ran("failed"), known, { ...policy, isLast: true }))).toBe("kept");
});

test("what is said again is kept under no name of its own", () => {
  const plan = planCallback(ran("done"), { ...facts, wasSaid: true }, policy);
  expect(plan).toMatchObject({ row: { once_key: null } });
  expect(planCallback(ran("done"), facts, policy)).toMatchObject({ row: { once_key: "execution:d-1:done" } });
});
