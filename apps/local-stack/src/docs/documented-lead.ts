import { getAdapter } from "@leadrelay/adapters/registry";
import { toSubmission } from "@leadrelay/consumer/received/to-submission";
import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { decideBatch } from "@leadrelay/core/decide/decide-batch";
import type { Facts } from "@leadrelay/core/decide/facts";
import { readFrozen } from "@leadrelay/core/payload/read-payload";
import { defaultWeights } from "@leadrelay/core/suspicion/weights";

const received_at = Date.UTC(2026, 10, 2, 9, 30);
const form = { form_id: "form_site", client_id: "cli_lakeside", database: "DB", default_region: "IN" };
const destination = { id: "dst_make", kind: "make", settings: { url: "https://hook.eu2.make.com/abc" } };

/** The submission docs/payload.md tells of, as the producer queues it. */
const message: SubmissionMessage = {
  v: 1,
  type: "submission",
  submission_id: "0199c0de-0000-7000-8000-000000000002",
  received_at,
  form_key: "frm_site",
  form,
  channel: "browser",
  is_bot: false,
  fields: {
    name: "Asha Rao",
    email: "asha@example.com",
    phone: "99999 99999",
    country_code: "+91",
    project: "Lakeside Towers",
    location: "Bengaluru",
    team: "performance",
    source: "google",
    keyword: "flats near lake",
    visitor_id: "3f0c9a52-9d0e-4b0e-8a7e-2f6f3d1b7c11",
    session_id: "b7f6a1d2-55c4-4a0d-9a43-0f3f0a9b8e22",
    time_to_submit: "8",
  },
  payload: {},
  notes: [],
  context: {
    ip: "203.0.113.7",
    country: "IN",
    city: "Bengaluru",
    region: "Karnataka",
    timezone: "Asia/Kolkata",
    asn: 24_560,
    user_agent: "Mozilla/5.0",
    referrer: "https://www.google.com/",
  },
};

/** An installation with one form and one Make destination that has never seen this person. */
const facts: Facts = {
  forms: new Map([
    [
      form.form_id,
      {
        id: form.form_id,
        client_id: form.client_id,
        form_key: message.form_key,
        duplicate_window_minutes: null,
        reengage_hours: null,
        reengage_basis: "last_submission",
        identity_guard: null,
      },
    ],
  ]),
  clients: new Map([
    [
      form.client_id,
      {
        id: form.client_id,
        test_strings: [],
        suspicion_weights: defaultWeights,
        destinations: [
          {
            id: destination.id,
            enabled: true,
            health: null,
            limits: null,
            takes_test: false,
            environments: ["production"],
            event_types: ["lead.created", "lead.reengaged"],
            max_attempts: 10,
          },
        ],
      },
    ],
  ]),
  stored: new Set(),
  blocked: new Map(),
  allowed: new Map(),
  identities: new Map(),
  leads: new Map(),
  nextLeadId: 41,
  tallies: new Map(),
  nextSubmissionId: 57,
};

/** The body Make gets for the documented submission: decided, built and addressed by the code that does it in production. */
export function documentedLeadBody(): string {
  const submission = toSubmission({ message: queued, body: message, form, payloadJson: "{}" });
  const { events, deliveries } = decideBatch([submission], facts, {
    policy: { environment: "production", duplicateWindowMinutes: 30, reengageHours: 24, identityGuard: true },
    nowMs: received_at,
    newId: () => "0199c0de-0000-7000-8000-000000000001",
  });
  const [event] = events;
  const [delivery] = deliveries;
  if (event === undefined || delivery === undefined) throw new Error("The documented lead is not delivered");
  const body = getAdapter(destination.kind).sentBody(destination.settings, {
    event: { id: event.id, type: event.type, ...readFrozen(event), created_at: event.created_at },
    delivery_public_id: delivery.public_id,
  });
  return JSON.stringify(body);
}

const queued: Message = {
  id: "message",
  timestamp: new Date(received_at),
  body: message,
  attempts: 1,
  ack() {},
  retry() {},
};
