import type { Environment } from "@leadrelay/contracts/environment";
import type { SignalType } from "@leadrelay/contracts/event-type";
import type { AlertedDestination } from "../alerts/plan-alerts.ts";
import {
  noLeadId,
  noticeId,
  planNotices,
  type NoticeRows,
  type Subscriber,
} from "../notices/plan-notices.ts";
import { noticeOfSignal } from "./notice-of-signal.ts";
import type { DueSignal, SettledSignal, SignalKey } from "./due-signal.ts";

const hourMs = 3_600_000;

/** For so long after it was told the same is not told again; what comes meanwhile adds up. */
export const quietMs: Readonly<Record<SignalType, number>> = {
  "delivery.failing": 24 * hourMs,
  "delivery.recovered": 0,
  "delivery.unconfirmed": hourMs,
  "delivery.suspect": 24 * hourMs,
  "destination.capped": 24 * hourMs,
  "workflow.step_run": hourMs,
};

/** One that was failing, is back, and fails again is told of as often at most. */
const flappingMs = hourMs;

interface Circumstances {
  /** Those that are there, by id. */
  destinations: ReadonlyMap<string, AlertedDestination>;
  subscribers: readonly Subscriber[];
  environment: Environment;
  nowMs: number;
}

/** What is written of signals: what they tell, and what becomes of them, in one batch. */
export interface SignalPlan {
  rows: NoticeRows;
  settled: SettledSignal[];
}

/**
 * Makes notices of the signals that are due. Of failing and its end each is told once for an outage: an end of what nobody was told of, or that
 * was over before anybody could be, is not told. What nobody wants to hear is forgotten, but for doubtful answers: the home page shows them for as
 * long as they rest.
 */
export function planSignals(due: readonly DueSignal[], at: Circumstances): SignalPlan {
  const plan: SignalPlan = { rows: { events: [], deliveries: [] }, settled: [] };
  const ends = new Map(due.filter(isEnd).map((one) => [one.destination_id, one]));
  for (const one of due) {
    const isTold = isNews(one, ends.get(one.destination_id)) && tell(one, at, plan.rows);
    plan.settled.push(...(isTold ? kept(one, at.nowMs) : [untold(one, at)]));
  }
  return plan;
}

const isEnd = ({ type, count }: DueSignal) => type === "delivery.recovered" && count > 0;

function isNews({ type, count, raised_at, failing }: DueSignal, end: DueSignal | undefined): boolean {
  if (count === 0) return false;
  if (type === "delivery.failing") return end === undefined || raised_at > end.raised_at;
  if (type !== "delivery.recovered") return true;
  if (failing === null || failing.told_at === null) return false;
  return failing.count === 0 || failing.raised_at <= raised_at;
}

/** Whether anybody is told. */
function tell(one: DueSignal, at: Circumstances, rows: NoticeRows): boolean {
  const destination = at.destinations.get(one.destination_id);
  const { signal } = one;
  if (signal === null || destination?.client_id !== signal.client_id) return false;
  const since = one.failing?.raised_at ?? one.raised_at;
  const planned = {
    id: noticeId(signal.type, `${one.destination_id} ${one.subject} ${one.raised_at}`),
    notice: noticeOfSignal(signal, destination, { since, nowMs: at.nowMs }),
    lead: one.lead,
    lead_id: noLeadId,
    is_test: false,
  };
  const made = planNotices([planned], at.subscribers, at);
  rows.events.push(...made.events);
  rows.deliveries.push(...made.deliveries);
  return made.events.length > 0;
}

const keyOf = ({ destination_id, type, subject }: DueSignal): SignalKey => ({
  destination_id,
  type,
  subject,
});

const dropped = (one: DueSignal): SettledSignal => ({
  ...keyOf(one),
  count: one.count,
  due_at: null,
  told_at: null,
});

function untold(one: DueSignal, { destinations, nowMs }: Circumstances): SettledSignal {
  const { signal, count, destination_id } = one;
  const isShown =
    signal?.type === "delivery.suspect" &&
    count > 0 &&
    destinations.get(destination_id)?.client_id === signal.client_id;
  return isShown ? { ...dropped(one), due_at: nowMs + quietMs[signal.type] } : dropped(one);
}

/** What was told rests; what has ended may not be told again at once. */
function kept(one: DueSignal, nowMs: number): SettledSignal[] {
  const { signal, count, failing } = one;
  if (signal === null) return [dropped(one)];
  if (signal.type !== "delivery.recovered")
    return [{ ...keyOf(one), count, due_at: nowMs + quietMs[signal.type], told_at: nowMs }];
  const rests = (failing?.told_at ?? 0) + flappingMs;
  return [
    dropped(one),
    {
      ...keyOf(one),
      type: "delivery.failing",
      count: failing?.count ?? 0,
      due_at: rests > nowMs ? rests : null,
      told_at: null,
    },
  ];
}
