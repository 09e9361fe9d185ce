import { expect, it } from "vitest";
import type { CallbackDetail, ProvedSaid } from "./callback-plan.ts";
import { detailOf } from "./detail-of.ts";

const lead = { lead_id: 4 };
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

it.each<[what: string, said: ProvedSaid, shown: Partial<CallbackDetail>]>([
  [
    "of a run its own word, where to see it and the lead in the CRM",
    {
      kind: "execution",
      delivery_id: "d",
      result: "done",
      status: "success",
      execution_url: "https://make.example/1",
      crm_lead_id: "512",
    },
    { word: "success", url: "https://make.example/1", crm_lead_id: "512" },
  ],
  ["of a run that says nothing more nothing", { kind: "execution", delivery_id: "d", result: "done" }, {}],
  [
    "of a run that failed its error",
    { kind: "execution", delivery_id: "d", result: "failed", error: "No such module" },
    { text: "No such module", failed: true },
  ],
  [
    "of a run that failed without a word that it failed",
    { kind: "execution", delivery_id: "d", result: "failed" },
    { failed: true },
  ],
  [
    "of a run that went well no error",
    { kind: "execution", delivery_id: "d", result: "done", error: "a warning" },
    {},
  ],
  [
    "of a run no address that is no link",
    { kind: "execution", delivery_id: "d", result: "done", execution_url: "javascript:alert(1)" },
    {},
  ],
  [
    "of a link the CRM's id and page",
    { kind: "link", lead, crm_lead_id: "512", crm_url: "https://crm.example/512" },
    { crm_lead_id: "512", url: "https://crm.example/512" },
  ],
  [
    "of a link without a page the id alone",
    { kind: "link", lead, crm_lead_id: "512" },
    { crm_lead_id: "512" },
  ],
  [
    "of an activity what it was, what was said and by whom",
    { kind: "activity", lead, activity: "call", text: "Wants a visit", by: "Ravi" },
    { word: "call", text: "Wants a visit", by: "Ravi" },
  ],
  ["of an activity alone what it was", { kind: "activity", lead, activity: "call" }, { word: "call" }],
  [
    "of an outcome its reason and what it is worth",
    { kind: "outcome", lead, outcome: "won", reason: "Signed", value: "1,20,000", currency: "inr" },
    { word: "won", text: "Signed", value: 120_000, currency: "INR" },
  ],
  ["of an outcome alone its word", { kind: "outcome", lead, outcome: "lost" }, { word: "lost" }],
  [
    "of a value that is none no currency either",
    { kind: "outcome", lead, outcome: "won", value: "much", currency: "INR" },
    { word: "won" },
  ],
  [
    "of a value without a currency the value",
    { kind: "outcome", lead, outcome: "won", value: "5" },
    { word: "won", value: 5 },
  ],
  [
    "of a reply what it wishes and says",
    { kind: "reply", sid: "SM1", phone: "+91-9812345678", text: "STOP", wish: "stop" },
    { word: "stop", text: "STOP" },
  ],
  [
    "of a message that arrived Twilio's word",
    { kind: "sms_status", sid: "SM1", lead, status: "delivered", result: "done", error: null },
    { word: "delivered" },
  ],
  [
    "of a message that did not that it failed, and why",
    {
      kind: "sms_status",
      sid: "SM1",
      lead,
      status: "failed",
      result: "failed",
      error: "Twilio's error 30003",
    },
    { word: "failed", text: "Twilio's error 30003", failed: true },
  ],
])("shows %s", (_what, said, shown) => {
  expect(detailOf(said)).toEqual({ ...nothing, ...shown });
});
