import { expect, it } from "vitest";
import { maskedDetail } from "./masked-detail.ts";

const nothing = {
  word: null,
  text: null,
  by: null,
  crm_lead_id: null,
  url: null,
  value: null,
  currency: null,
  stage: null,
};
const asha = { contact_name: "Asha Rao", contact_email: "asha@example.com", contact_phone: "+91-9876543210" };

it.each([
  ["a word", { word: "won" }, { word: "won" }],
  ["a word that quotes somebody", { word: "won by asha@example.com" }, { word: "•••" }],
  ["what somebody wrote, and who", { text: "Call her", by: "Ravi" }, { text: null, by: null }],
  ["an id", { crm_lead_id: "00Q5e000001" }, { crm_lead_id: "00Q5e000001" }],
  ["an id that is an address", { crm_lead_id: "asha@example.com" }, { crm_lead_id: "•••" }],
  ["an id that is the person's number", { crm_lead_id: "919876543210" }, { crm_lead_id: "•••" }],
  ["a page without its query", { url: "https://crm.example/l/5?q=asha" }, { url: "https://crm.example/l/5" }],
  ["a page that names them", { url: "https://crm.example/l/asha-rao" }, { url: "•••" }],
  [
    "what it is worth",
    { value: 5, currency: "INR", failed: true as const },
    { value: 5, currency: "INR", failed: true },
  ],
])("%s, for those who see contacts masked", (_what, told, shown) => {
  expect(maskedDetail({ ...nothing, ...told }, asha)).toEqual({ ...nothing, ...told, ...shown });
});
