import { createHmac } from "node:crypto";
import { json, type Sample } from "./sample.ts";

const nowMs = Date.parse("2026-12-01T10:00:00Z");
const secret = "tool-secret-0123456789";
const hmac = (text: string, encoding: "hex" | "base64") =>
  createHmac("sha256", secret).update(text).digest(encoding);
const taken = { status: 200, contentType: "application/json", body: "{}" };
const of = (preset: string, more: Record<string, unknown> = {}) => ({ preset, ...more });
const unsigned = { headers: {}, nowMs, forged: [], answer: taken };

const typeform = json({
  event_id: "01H",
  event_type: "form_response",
  form_response: {
    form_id: "lT4Z3j",
    token: "a3a12ec67a1365927098a606107fac15",
    hidden: { utm_source: "newsletter" },
    definition: {
      fields: [
        { id: "JwWggjAKtOkA", title: "What is your name?", type: "short_text" },
        { id: "SMEUb7VJz92Q", title: "Your e-mail", type: "email" },
        { id: "k6TP9oLGgHjl", title: "Which flat?", type: "multiple_choice" },
      ],
    },
    answers: [
      { type: "text", text: "Asha Rao", field: { id: "JwWggjAKtOkA", type: "short_text", ref: "name" } },
      { type: "email", email: "asha@example.com", field: { id: "SMEUb7VJz92Q", type: "email" } },
      { type: "phone_number", phone_number: "+919876543210", field: { id: "unknown", type: "phone_number" } },
      { type: "choices", choices: { labels: ["2 rooms", "3 rooms"] }, field: { id: "k6TP9oLGgHjl" } },
    ],
  },
});
const webflow = json({
  triggerType: "form_submission",
  payload: {
    name: "Contact",
    id: "6321ca84df3949bfc6752327",
    data: { Name: "Asha Rao", Email: "asha@example.com" },
  },
});
const webflowTime = String(nowMs - 1_000);
const calendly = json({
  event: "invitee.created",
  payload: {
    uri: "https://api.calendly.com/scheduled_events/A/invitees/B",
    name: "Asha Rao",
    email: "asha@example.com",
    text_reminder_number: "+91 98765 43210",
    questions_and_answers: [{ question: "Project", answer: "Lakeside", position: 0 }],
    tracking: { utm_source: "google", utm_campaign: null },
    scheduled_event: { start_time: "2026-12-02T10:00:00Z" },
  },
});
const calendlySeconds = String(nowMs / 1000);

/** What the tools of the generic door send. */
export const toolSamples: readonly Sample[] = [
  {
    ...unsigned,
    ...typeform,
    kind: "generic",
    what: "typeform",
    settings: of("typeform", { signing_secret: secret }),
    headers: { "typeform-signature": `sha256=${hmac(typeform.body, "base64")}` },
    forged: [
      { what: "no signature", headers: {} },
      { what: "another body", body: typeform.body.replace("asha", "eve") },
      {
        what: "a hexadecimal signature",
        headers: { "typeform-signature": `sha256=${hmac(typeform.body, "hex")}` },
      },
    ],
    key: "a3a12ec67a1365927098a606107fac15",
    fields: {
      utm_source: "newsletter",
      "What is your name?": "Asha Rao",
      email: "asha@example.com",
      phone: "+919876543210",
      "Which flat?": "2 rooms, 3 rooms",
    },
  },
  {
    ...unsigned,
    kind: "generic",
    what: "jotform",
    settings: of("jotform"),
    body: "multipart, as the producer reads it",
    value: {
      formID: "223",
      submissionID: "5463",
      rawRequest: JSON.stringify({
        slug: "submit/223",
        q3_name: { first: "Asha", last: "Rao" },
        q4_email4: "asha@example.com",
        q5_phoneNumber: { full: "(987) 654-3210" },
        q6_message: "Call me",
      }),
    },
    key: "5463",
    fields: {
      name: "Asha Rao",
      email: "asha@example.com",
      phone: "(987) 654-3210",
      message: "Call me",
      jotform_form_id: "223",
    },
  },
  {
    ...unsigned,
    kind: "generic",
    what: "elementor with advanced data",
    settings: of("elementor"),
    body: "form",
    value: {
      "form[id]": "d6a1",
      "fields[name][value]": "Asha Rao",
      "fields[name][title]": "Name",
      "fields[email][value]": "asha@example.com",
      "meta[remote_ip][value]": "203.0.113.9",
    },
    key: null,
    fields: { form_id: "d6a1", name: "Asha Rao", email: "asha@example.com", meta_remote_ip: "203.0.113.9" },
  },
  {
    ...unsigned,
    ...webflow,
    kind: "generic",
    what: "webflow",
    settings: of("webflow", { signing_secret: secret }),
    headers: {
      "x-webflow-timestamp": webflowTime,
      "x-webflow-signature": hmac(`${webflowTime}:${webflow.body}`, "hex"),
    },
    forged: [
      { what: "no signature", headers: {} },
      { what: "another body", body: webflow.body.replace("asha", "eve") },
      {
        what: "a signature of six minutes ago",
        headers: {
          "x-webflow-timestamp": String(nowMs - 360_000),
          "x-webflow-signature": hmac(`${nowMs - 360_000}:${webflow.body}`, "hex"),
        },
      },
    ],
    key: "6321ca84df3949bfc6752327",
    fields: { Name: "Asha Rao", Email: "asha@example.com", webflow_form: "Contact" },
  },
  {
    ...unsigned,
    ...json({ id: "7", form_id: "2", "1.3": "Asha", "1.6": "Rao", "2": "asha@example.com" }),
    kind: "generic",
    what: "gravity forms",
    settings: of("gravity_forms"),
    key: "2:7",
    fields: { id: "7", form_id: "2", "1.3": "Asha", "1.6": "Rao", "2": "asha@example.com" },
  },
  {
    ...unsigned,
    kind: "generic",
    what: "contact form 7",
    settings: of("contact_form_7"),
    body: "form",
    value: { _wpcf7: "5", "your-name": "Asha", "your-email": "asha@example.com" },
    key: null,
    fields: { name: "Asha", email: "asha@example.com" },
  },
  {
    ...unsigned,
    ...calendly,
    kind: "generic",
    what: "calendly",
    settings: of("calendly", { signing_secret: secret }),
    headers: {
      "calendly-webhook-signature": `t=${calendlySeconds},v1=${hmac(`${calendlySeconds}.${calendly.body}`, "hex")}`,
    },
    forged: [
      { what: "no signature", headers: {} },
      { what: "another body", body: calendly.body.replace("asha", "eve") },
      {
        what: "another time",
        headers: {
          "calendly-webhook-signature": `t=${Number(calendlySeconds) - 1},v1=${hmac(`${calendlySeconds}.${calendly.body}`, "hex")}`,
        },
      },
    ],
    key: "https://api.calendly.com/scheduled_events/A/invitees/B",
    fields: {
      Project: "Lakeside",
      utm_source: "google",
      name: "Asha Rao",
      email: "asha@example.com",
      phone: "+91 98765 43210",
      event_start: "2026-12-02T10:00:00Z",
    },
  },
  {
    ...unsigned,
    ...json({ data: { id: 42, contact: { email: "asha@example.com" } } }),
    kind: "generic",
    what: "any other tool",
    settings: of("none", { key_path: "data.id" }),
    key: "42",
    fields: { data: { id: 42, contact: { email: "asha@example.com" } } },
  },
];
