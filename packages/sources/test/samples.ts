import { createHash, createHmac } from "node:crypto";
import { webhookSpelling } from "../src/signed/webhook-spelling.ts";
import { json, type Sample } from "./sample.ts";
import { toolSamples } from "./tool-samples.ts";

const nowMs = Date.parse("2026-12-01T10:00:00Z");
const seconds = nowMs / 1000;

/** As docs/signing.md describes it, by other code than ours. */
function requestSignature(body: string, secret: string, { nonce = "nonce-0123456789", at = seconds } = {}) {
  const hash = createHash("sha256").update(body).digest("hex");
  const text = ["v1", "POST", "/v1/leads", at, nonce, hash].join("\n");
  return {
    "x-leadrelay-key": "lrk_00000000000000000000",
    "x-leadrelay-timestamp": String(at),
    "x-leadrelay-nonce": nonce,
    "x-leadrelay-signature": `v1=${createHmac("sha256", secret).update(text).digest("hex")}`,
  };
}

const secret = `lrs_${"A".repeat(42)}E`;
const other = `lrs_${"B".repeat(42)}E`;

function webhookSignature(body: string, key: string, { id = "msg_1", at = seconds } = {}) {
  const bytes = Buffer.from(webhookSpelling(key).slice("whsec_".length), "base64");
  const signature = createHmac("sha256", bytes).update(`${id}.${at}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": String(at),
    "webhook-signature": `v1a,AAAA v1,${signature}`,
  };
}

const lead = json({ name: "Asha Rao", email: "asha@example.com" });
const acceptedOne = {
  status: 202,
  contentType: "application/json",
  body: '{"accepted":1,"refused":0,"results":[{"index":0,"status":"accepted","submission_id":"sub-1"}]}',
};
const signed = {
  ...lead,
  kind: "signed",
  settings: { secret },
  nowMs,
  answer: acceptedOne,
  key: null,
  fields: { name: "Asha Rao", email: "asha@example.com" },
};

const google = {
  lead_id: "TeSter-123-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz-0123456789-AaBbCcDdEeFfGgHhIiJj",
  user_column_data: [
    { column_name: "Full Name", string_value: "FirstName LastName", column_id: "FULL_NAME" },
    { column_name: "User Phone", string_value: "1-650-555-0123", column_id: "PHONE_NUMBER" },
    { column_name: "User Email", string_value: "test@example.com", column_id: "EMAIL" },
    { column_name: "Which flat?", string_value: "2 rooms", column_id: "which_flat?" },
  ],
  api_version: "1.0",
  form_id: "12345678901234567890",
  campaign_id: 98765,
  google_key: "google-key-0123456789",
  is_test: true,
  gcl_id: "Cj0KCQ",
  adgroup_id: "20000000000",
};
const justdial = {
  leadid: "JD1",
  prefix: "Mr",
  name: "Arun",
  mobile: "9876543210",
  phone: "",
  email: "arun@example.com",
  city: "Pune",
  area: "Baner",
  category: "Flats",
  dncmobile: "0",
};
const indiamart = {
  UNIQUE_QUERY_ID: "2012487827",
  QUERY_TYPE: "W",
  SENDER_NAME: "Arun",
  SENDER_MOBILE: "+91-999XXXXXXX",
  SENDER_EMAIL: "arun@example.com",
  SENDER_CITY: "New Delhi",
  QUERY_PRODUCT_NAME: "Flat",
  QUERY_MESSAGE: "Price?",
};

/** Every documented payload there is, of each kind. */
export const samples: readonly Sample[] = [
  {
    ...signed,
    what: "by request signature",
    headers: requestSignature(lead.body, secret),
    forged: [
      { what: "no signature", headers: {} },
      { what: "another secret", headers: requestSignature(lead.body, other) },
      { what: "another body", body: lead.body.replace("asha", "eve") },
      { what: "older than a day", headers: requestSignature(lead.body, secret, { at: seconds - 86_401 }) },
      { what: "of in six minutes", headers: requestSignature(lead.body, secret, { at: seconds + 360 }) },
      {
        what: "another nonce",
        headers: { ...requestSignature(lead.body, secret), "x-leadrelay-nonce": "nonce-9876543210" },
      },
    ],
  },
  {
    ...signed,
    what: "repeated by a gateway 23 hours later",
    headers: requestSignature(lead.body, secret, { at: seconds - 82_800 }),
    forged: [],
  },
  {
    ...signed,
    what: "as Standard Webhooks",
    headers: webhookSignature(lead.body, secret),
    forged: [
      { what: "another secret", headers: webhookSignature(lead.body, other) },
      { what: "another id", headers: { ...webhookSignature(lead.body, secret), "webhook-id": "msg_2" } },
      { what: "an id with a dot", headers: webhookSignature(lead.body, secret, { id: "msg.1" }) },
      { what: "older than a day", headers: webhookSignature(lead.body, secret, { at: seconds - 86_401 }) },
      { what: "another body", body: lead.body.replace("asha", "eve") },
    ],
  },
  {
    ...json(google),
    kind: "google_ads",
    what: "test data",
    settings: { google_key: "google-key-0123456789" },
    headers: {},
    nowMs,
    forged: [
      { what: "another key", ...json({ ...google, google_key: "google-key-0123456788" }) },
      { what: "no key", ...json({ ...google, google_key: undefined }) },
      { what: "a key that is no text", ...json({ ...google, google_key: ["google-key-0123456789"] }) },
    ],
    key: google.lead_id,
    fields: {
      source: "Google Ads",
      name: "FirstName LastName",
      phone: "1-650-555-0123",
      email: "test@example.com",
      "Which flat?": "2 rooms",
      google_ads_lead_id: google.lead_id,
      gclid: "Cj0KCQ",
      google_ads_form_id: "12345678901234567890",
      google_ads_campaign_id: "98765",
      google_ads_adgroup_id: "20000000000",
    },
    isTest: true,
    answer: { status: 200, contentType: "application/json", body: "{}" },
  },
  {
    ...json({ CODE: 200, STATUS: "SUCCESS", RESPONSE: indiamart }),
    kind: "indiamart",
    what: "a push",
    settings: {},
    headers: {},
    nowMs,
    forged: [],
    key: "2012487827",
    fields: {
      source: "IndiaMART",
      UNIQUE_QUERY_ID: "2012487827",
      QUERY_TYPE: "W",
      name: "Arun",
      phone: "+91-999XXXXXXX",
      email: "arun@example.com",
      location: "New Delhi",
      QUERY_PRODUCT_NAME: "Flat",
      message: "Price?",
    },
    answer: { status: 200, contentType: "application/json", body: '{"CODE":200,"STATUS":"SUCCESS"}' },
  },
  {
    kind: "justdial",
    what: "a post",
    body: "form",
    value: justdial,
    settings: {},
    headers: {},
    nowMs,
    forged: [],
    key: "JD1",
    fields: {
      source: "JustDial",
      name: "Mr Arun",
      phone: "9876543210",
      leadid: "JD1",
      email: "arun@example.com",
      location: "Pune",
      area: "Baner",
      category: "Flats",
      dnc_mobile: "0",
    },
    answer: { status: 200, contentType: "text/plain; charset=utf-8", body: "SUCCESS" },
  },
  ...toolSamples,
];
