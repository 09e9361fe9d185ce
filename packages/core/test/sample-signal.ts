import type { SignalType } from "@leadrelay/contracts/event-type";
import type { Signal } from "@leadrelay/contracts/signal";

const parts: { [Type in SignalType]: Extract<Signal, { type: Type }>["part"] } = {
  "delivery.failing": {
    delivery_id: "dlv_1",
    attempts: 4,
    status_code: 503,
    error: "HTTP 503: busy",
    next_attempt_at: 1_796_000_060_000,
  },
  "delivery.recovered": { delivery_id: "dlv_1", attempts: 6 },
  "delivery.unconfirmed": { delivery_id: "dlv_1", delivered_at: 1_796_000_000_000, within_minutes: 15 },
  "delivery.suspect": {
    delivery_id: "dlv_1",
    status_code: 200,
    fingerprint: "f00d",
    answer: '{"result":"duplicate"}',
    usual: '{"result":"ok"}',
    rule: "--duplicate result=duplicate",
  },
  "destination.capped": {
    cap: "day",
    source: null,
    percent: 100,
    limit: 50,
    used: 50,
    period: "2026-11-30",
    until: 1_796_060_000_000,
    time_zone: "Asia/Kolkata",
  },
  "workflow.step_run": {
    step: "filter",
    did: "were left out",
    reason: "its filter takes leads from Pune alone",
    submission_id: "sub_1",
  },
};

/** A signal of this type, as whoever sees to it raises it. */
export const sampleSignal = (type: SignalType, destination: { id: string; client_id: string }): Signal =>
  ({
    type,
    client_id: destination.client_id,
    destination_id: destination.id,
    subject: "",
    count: 1,
    raised_at: 1_796_000_000_000,
    sample: null,
    part: parts[type],
  }) as Signal;
