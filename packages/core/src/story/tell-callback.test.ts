import { expect, test } from "vitest";
import type { CallbackDetail, LeadCallbackRow } from "../callbacks/callback-plan.ts";
import { tellCallback } from "./tell-callback.ts";

const nothing: CallbackDetail = {
  word: null,
  text: null,
  by: null,
  crm_lead_id: null,
  url: null,
  value: null,
  currency: null,
  stage: null,
};
const told = (
  kind: LeadCallbackRow["kind"],
  detail: Partial<CallbackDetail>,
  refused: string | null = null,
) =>
  tellCallback(
    {
      lead_id: 4,
      client_id: "cli",
      id: "cb",
      kind,
      once_key: null,
      delivery_id: "d-1",
      destination_id: "dst",
      detail_json: JSON.stringify({ ...nothing, ...detail }),
      refused,
      happened_at: 1,
      received_at: 9,
    },
    kind === "reply" ? null : "CRM",
  );

test.each<[string, LeadCallbackRow["kind"], Partial<CallbackDetail>, string | null, string]>([
  ["a run", "execution", {}, null, "CRM said that it really has it."],
  ["a late run", "execution", { late: true }, null, "CRM said that it really has it, late."],
  [
    "a run with where it made something of it",
    "execution",
    { crm_lead_id: "512", url: "https://make.example/1" },
    null,
    "CRM said that it really has it. It has it as 512. https://make.example/1",
  ],
  ["a run that failed", "execution", { failed: true }, null, "CRM said that it made nothing of it."],
  ["a message that arrived", "sms_status", { word: "delivered" }, null, "CRM said that it really has it."],
  ["a link", "link", { crm_lead_id: "512" }, null, "CRM has it as 512."],
  ["an activity", "activity", { word: "call" }, null, "CRM told of it: call."],
  [
    "an outcome",
    "outcome",
    { word: "won", value: 5, currency: "INR", stage: "won" },
    null,
    "CRM told of it: won, worth 5 INR. It moved to won.",
  ],
  ["an outcome of no worth", "outcome", { word: "lost" }, null, "CRM told of it: lost."],
  [
    "a return that was refused",
    "outcome",
    { word: "returned" },
    "it came late",
    "CRM told of it: returned. It was refused: it came late.",
  ],
  ["a reply", "reply", {}, null, "The person replied."],
  ["a reply that wants no more", "reply", { word: "stop" }, null, "The person wants no more messages."],
])("%s is told in a sentence", (_what, kind, detail, refused, what) => {
  expect(told(kind, detail, refused)).toMatchObject({ at: 9, kind: "callback", what, delivery_id: "d-1" });
});

test("words of its own are no part of the sentence: those of a failure are an error, others a note", () => {
  expect(told("execution", { failed: true, text: "no such sheet" })).toMatchObject({
    error: "no such sheet",
  });
  expect(told("activity", { word: "call", text: "call Asha" })).toMatchObject({ note: "call Asha" });
  expect(told("activity", { word: "call" })).not.toHaveProperty("note");
});

test("where it is known of no destination the CRM said it", () => {
  const row = {
    lead_id: 4,
    client_id: "c",
    id: "x",
    once_key: null,
    delivery_id: null,
    destination_id: null,
  };
  const made = { ...row, kind: "link" as const, refused: null, happened_at: 1, received_at: 2 };
  const detail_json = JSON.stringify({ ...nothing, crm_lead_id: "1" });
  expect(tellCallback({ ...made, detail_json }, null)).toEqual({
    at: 2,
    kind: "callback",
    what: "The CRM has it as 1.",
    destination_id: null,
  });
});
