import type { NoticeType } from "./event-type.ts";
import type { NoticeOf } from "./notice.ts";

const at = 1_796_000_000_000;
const common = { v: 1, happened_at: at, client_id: "cli_demo" } as const;
const crm = { id: "dst_demo", name: "CRM", kind: "make" } as const;
const lead_id = "0199b2c4-7a10-7f3e-9d55-0a1b2c3d4e5f";
const ofLead = {
  ...common,
  lead_id,
  what_next: `\`leadrelay lead show ${lead_id}\` shows all of it.`,
} as const;
const ofCrm = { ...common, destination: crm } as const;
const delivery_id = "6bbde7b5-7fdb-83e9-ab31-475779792369";
const look = "Nothing. `leadrelay destination show dst_demo` says what still waits.";
const priya = { kind: "operator", name: "Priya" } as const;

/** A notice of each type, as documentation shows it and tests send it. */
export const noticeExamples: { readonly [Type in NoticeType]: NoticeOf<Type> } = {
  "lead.status_changed": {
    ...ofLead,
    type: "lead.status_changed",
    destination: null,
    summary: "Priya moved this lead from new to contacted.",
    change: { from: "new", to: "contacted", by: priya },
  },
  "lead.note_added": {
    ...ofLead,
    type: "lead.note_added",
    destination: null,
    summary: "Priya wrote a note on this lead.",
    note: { id: "0199b2c5-1111-7000-8000-000000000001", text: "Wants three bedrooms.", by: priya },
  },
  "lead.replied": {
    ...ofLead,
    type: "lead.replied",
    destination: { id: "dst_sms", name: "SMS", kind: "twilio" },
    summary: "This lead answered by SMS.",
    reply: {
      channel: "sms",
      text: "Please call me tomorrow.",
      from: "+919999999999",
      received_at: at,
      receiver_id: "SM0123456789abcdef0123456789abcdef",
      opted_out: false,
    },
  },
  "lead.crm_linked": {
    ...ofLead,
    type: "lead.crm_linked",
    destination: crm,
    summary: "The CRM has this lead as 501.",
    link: { system: "make", crm_lead_id: "501", previous: null, url: null },
  },
  "lead.crm_activity": {
    ...ofLead,
    type: "lead.crm_activity",
    destination: crm,
    summary: "The CRM tells of a call.",
    activity: { id: "7", kind: "call", text: "Called, no answer.", by: "Ravi", stage: null, value: null },
  },
  "lead.returned": {
    ...ofLead,
    type: "lead.returned",
    destination: crm,
    summary: "CRM gave this lead back: wrong_number.",
    returned: {
      reason: "wrong_number",
      note: "Nobody of that name.",
      accepted: true,
      refused_because: null,
      passed_on_to: null,
      delivery_id,
    },
  },
  "destination.down": {
    ...ofCrm,
    type: "destination.down",
    summary:
      "CRM takes nothing since 2026-11-30 01:33 UTC. Leads wait and no attempts are spent; one is sent now and then to see whether it is back.",
    what_next:
      "Look at the receiver. `leadrelay destination show dst_demo` says what waits, `leadrelay destination test dst_demo` whether it answers.",
    dead_letters: null,
  },
  "destination.recovered": {
    ...ofCrm,
    type: "destination.recovered",
    summary: "CRM takes leads again, after 14 minutes. What waited is being sent.",
    what_next: look,
    dead_letters: null,
  },
  "destination.disabled": {
    ...ofCrm,
    type: "destination.disabled",
    summary:
      "CRM said that its address is gone, and was switched off at 2026-11-30 01:33 UTC. Its leads are held.",
    what_next:
      "Give it a new address: `leadrelay destination change dst_demo --address`, then `leadrelay destination enable dst_demo` sends what is held.",
    dead_letters: null,
  },
  "destination.capped": {
    ...ofCrm,
    type: "destination.capped",
    summary: "CRM has taken 50 of its 50 leads a day: what comes is held until Tuesday 00:00 IST.",
    what_next:
      "Nothing, if that is meant. `leadrelay destination show dst_demo` says what waits; `leadrelay destination limits dst_demo` shows its caps, and raises them.",
    capped: {
      cap: "day",
      source: null,
      percent: 100,
      limit: 50,
      used: 50,
      period: "d:2026-11-30",
      until: Date.parse("2026-12-01T00:00+05:30"),
      time_zone: "Asia/Kolkata",
    },
  },
  "delivery.dead_lettered": {
    ...ofCrm,
    type: "delivery.dead_lettered",
    summary: "12 leads did not reach CRM. The receiver refused the lead (HTTP 422).",
    what_next:
      "Read its answer and mend what it refuses, then send again by `leadrelay queue replay --fingerprint f00d`.",
    dead_letters: {
      cause: "refused",
      status_code: 422,
      error: "HTTP 422: no such list",
      fingerprint: "f00d",
      open: 12,
      sample_id: delivery_id,
    },
  },
  "delivery.failing": {
    ...ofCrm,
    type: "delivery.failing",
    summary: "A lead failed 4 times at CRM and is tried again: no answer within 10 seconds.",
    what_next: `Look at the receiver. \`leadrelay delivery show ${delivery_id}\` says what it answered, \`leadrelay destination test dst_demo\` whether it answers now.`,
    failing: {
      delivery_id,
      attempts: 4,
      status_code: null,
      error: "no answer within 10 seconds",
      next_attempt_at: at + 900_000,
    },
  },
  "delivery.recovered": {
    ...ofCrm,
    type: "delivery.recovered",
    summary: "What failed at CRM arrives again, after 25 minutes.",
    what_next: look,
    recovered: { delivery_id, attempts: 6, failing_since: at - 1_500_000 },
  },
  "delivery.unconfirmed": {
    ...ofCrm,
    type: "delivery.unconfirmed",
    summary: "3 leads that CRM took were not confirmed within 15 minutes.",
    what_next: `See what became of it at the receiver: \`leadrelay delivery show ${delivery_id}\` shows one, \`leadrelay delivery list --destination ${crm.id} --confirmation unconfirmed\` all. \`leadrelay delivery retry ${delivery_id}\` sends it again.`,
    unconfirmed: { delivery_id, delivered_at: at - 900_000, within_minutes: 15, leads: 3, since: at },
  },
  "delivery.suspect": {
    ...ofCrm,
    type: "delivery.suspect",
    summary: "CRM answered HTTP 200 as it never did before: whether it took the lead is not sure.",
    what_next: `\`leadrelay delivery show ${delivery_id}\` shows the answer.`,
    suspect: {
      delivery_id,
      status_code: 200,
      fingerprint: "f00d",
      answer: '{"result":"duplicate"}',
      usual: '{"result":"ok","id":501}',
      rule: null,
    },
  },
  "workflow.step_run": {
    ...ofCrm,
    type: "workflow.step_run",
    summary:
      "8 leads for CRM were left out since 2026-11-30 01:33 UTC: its filter takes leads from Pune alone.",
    what_next: "Nothing, if that is meant. `leadrelay destination show dst_demo` shows its rules.",
    step: {
      step: "filter",
      did: "were left out",
      reason: "its filter takes leads from Pune alone",
      submission_id: null,
      leads: 8,
      since: at,
    },
  },
};
