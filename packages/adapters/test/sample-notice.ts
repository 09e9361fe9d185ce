import type { NoticeType } from "@leadrelay/contracts/event-type";
import type { Notice, NoticeOf } from "@leadrelay/contracts/notice";

type Parts = {
  [Type in NoticeType]: Omit<
    NoticeOf<Type>,
    "type" | "v" | "happened_at" | "client_id" | "summary" | "what_next" | "lead_id" | "destination"
  >;
};
const by = { kind: "operator", name: "Priya" } as const;
const sample = { delivery_id: "dlv_1", attempts: 4 };
const counted = { leads: 3, since: 1 };

const parts: Parts = {
  "lead.status_changed": { change: { from: "new", to: "contacted", by } },
  "lead.note_added": { note: { id: "note_1", text: "Wants three bedrooms.", by } },
  "lead.replied": {
    reply: {
      channel: "sms",
      text: "Call me tomorrow",
      from: "+919999999999",
      received_at: 1,
      receiver_id: "SM1",
      opted_out: false,
    },
  },
  "lead.crm_linked": { link: { system: "hubspot", crm_lead_id: "501", previous: null, url: null } },
  "lead.crm_activity": {
    activity: { id: "7", kind: "call", text: "Called, no answer.", by: "Ravi", stage: null, value: null },
  },
  "lead.returned": {
    returned: {
      reason: "wrong_number",
      note: "Nobody of that name.",
      accepted: true,
      refused_because: null,
      passed_on_to: null,
      delivery_id: "dlv_1",
    },
  },
  "destination.down": { dead_letters: null },
  "destination.recovered": { dead_letters: null },
  "destination.disabled": { dead_letters: null },
  "delivery.dead_lettered": {
    dead_letters: {
      cause: "refused",
      status_code: 422,
      error: "HTTP 422: no such list",
      fingerprint: "f00d",
      open: 3,
      sample_id: "dl_1",
    },
  },
  "delivery.failing": {
    failing: { ...sample, status_code: 503, error: "HTTP 503: busy", next_attempt_at: 2 },
  },
  "delivery.recovered": { recovered: { ...sample, failing_since: 1 } },
  "delivery.unconfirmed": {
    unconfirmed: { delivery_id: "dlv_1", delivered_at: 1, within_minutes: 15, ...counted },
  },
  "delivery.suspect": {
    suspect: {
      delivery_id: "dlv_1",
      status_code: 200,
      fingerprint: "f00d",
      answer: '{"result":"duplicate"}',
      usual: '{"result":"ok"}',
      rule: null,
    },
  },
  "destination.capped": {
    capped: { cap: "day", source: null, percent: 100, limit: 50, used: 50, period: "d", until: null },
  },
  "workflow.step_run": {
    step: { step: "filter", did: "were left out", reason: "of Pune alone", submission_id: null, ...counted },
  },
};

/** A notice of this type, of a CRM named so. */
export const sampleNotice = (type: NoticeType, name = "CRM"): Notice =>
  ({
    v: 1,
    type,
    happened_at: 1,
    client_id: "cli_1",
    ...(type.startsWith("lead.") ? { lead_id: "lead_1" } : {}),
    destination: { id: "dst_1", name, kind: "make" },
    summary: `Something happened at ${name}.`,
    what_next: "Mend it, then send again by `leadrelay queue replay --fingerprint f00d`.",
    ...parts[type],
  }) as Notice;
