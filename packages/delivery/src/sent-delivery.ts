import { getAdapter } from "@leadrelay/adapters/registry";
import { isNoticeType } from "@leadrelay/contracts/event-type";
import { deliveryLetterId } from "@leadrelay/core/ids/derived-id";
import { takenCounts } from "@leadrelay/core/limits/taken-counts";
import { confirmationOf } from "@leadrelay/core/confirmation/confirmation-of";
import { afterAttempt, type AfterAttempt } from "@leadrelay/core/retry-schedule/after-attempt";
import { scheduleOf } from "@leadrelay/core/retry-schedule/schedule-of";
import { toldByAttempt } from "@leadrelay/core/signals/told-by-attempt";
import { bucketOf, noBucket } from "@leadrelay/core/statistics/latency-buckets";
import type { SettledAttempt } from "@leadrelay/db/deliveries/settled-attempt";
import type { AttemptResult } from "./attempt-result.ts";
import type { ClaimedDelivery } from "./claimed-delivery.ts";
import type { DeliveryDependencies } from "./delivery-dependencies.ts";
import type { KeptExchange } from "./exchanges/kept-exchange.ts";
import { keptUnder } from "./kept-under.ts";
import type { ShapedAnswer } from "./shapes/unread-answer.ts";
import type { Occasion } from "./occasion.ts";

/** An attempt that was made, ready to be settled. */
export interface SentDelivery extends ClaimedDelivery {
  attempt: SettledAttempt;
  /** What it sent and was answered; absent where none of it is kept. */
  exchange?: KeptExchange;
  /** What it was answered, where its kind reads nothing of that. */
  answer?: ShapedAnswer;
  /** Why its destination's mapping broke at it, and the submission's public id. */
  broken?: { reason: string; submission_id: string };
  /** The number (E.164) of somebody who wants no messages. */
  optedOut?: string;
  /** false: its destination went down in the middle of the round, and it was not tried. */
  wasSent: boolean;
  /** What the receiver asked for, ms. */
  retryAfterMs: number | null;
  /** Another that the same requests carried says how its destination is: one request that fails is one failure. */
  isAside?: true;
}

/** Due as before, and nothing spent. */
export function notSent(claimed: ClaimedDelivery, nowMs: number): SentDelivery {
  const result: AttemptResult = {
    outcome: "retry",
    status_code: null,
    error:
      "not sent: its destination had just failed for several leads in a row, or refused them, or said that it takes none for a while",
    retry_after_ms: null,
    started_at: nowMs,
    duration_ms: 0,
  };
  const after = { status: "pending", nextAttemptAt: nowMs } as const;
  return {
    ...claimed,
    attempt: { ...settledAttempt(claimed, result, after), is_unspent: 1 },
    wasSent: false,
    retryAfterMs: null,
  };
}

/** A probe in vain says something of the destination and nothing of the delivery, which has as many tries left as before; so does a spent quota. */
export function sentDelivery(
  claimed: ClaimedDelivery,
  result: AttemptResult,
  occasion: Occasion,
  dependencies: Pick<DeliveryDependencies, "retrySchedule" | "random">,
): SentDelivery {
  const { delivery, destination } = claimed;
  const isInVain = occasion === "probe" && result.outcome === "retry";
  const isUnspent = isInVain || result.outcome === "hold" ? 1 : 0;
  const schedule = scheduleOf(destination.retry_schedule, dependencies.retrySchedule);
  const ended = {
    outcome: result.outcome,
    isSettled: result.opted_out !== undefined || result.nothing_to_send === true,
    number: delivery.attempts,
    maxAttempts: delivery.max_attempts + isUnspent,
    scheduleFrom: delivery.schedule_from + isUnspent,
    retryAfterMs: result.retry_after_ms,
    endedAt: result.started_at + result.duration_ms,
  };
  const after = afterAttempt(ended, schedule, dependencies.random());
  const settled = settledAttempt(claimed, result, after);
  const tells = toldByAttempt({
    outcome: result.outcome,
    isUnspent: isUnspent === 1,
    isNotice: settled.is_notice === 1,
    number: delivery.attempts,
    scheduleFrom: delivery.schedule_from,
  });
  return {
    ...claimed,
    attempt: {
      ...settled,
      ...(isUnspent === 1 ? { is_unspent: 1 } : {}),
      ...(tells === undefined ? {} : { tells }),
    },
    ...(result.opted_out === undefined ? {} : { optedOut: result.opted_out }),
    wasSent: true,
    retryAfterMs: result.retry_after_ms,
  };
}

function settledAttempt(
  { delivery, destination }: ClaimedDelivery,
  result: AttemptResult,
  after: AfterAttempt,
): SettledAttempt {
  const { retry_after_ms: _, opted_out: __, nothing_to_send: ___, kept, ...attempted } = result;
  const isNotice = isNoticeType(delivery.event.type) || destination.reply !== null;
  const taken = after.status === "delivered" && !isNotice ? takenBy(destination, delivery, result) : [];
  return {
    lead_id: delivery.lead_id,
    event_id: delivery.event_id,
    destination_id: delivery.destination_id,
    client_id: delivery.client_id,
    number: delivery.attempts,
    ...attempted,
    ...(isNotice ? { is_notice: 1 } : {}),
    ...(taken.length === 0 ? {} : { taken }),
    ...(after.status === "delivered" &&
    !isNotice &&
    result.receiver_id !== undefined &&
    linksLeads(destination)
      ? { links_lead: 1 as const }
      : {}),
    ...confirmed(destination, { status: after.status, isNotice, receiverId: result.receiver_id }),
    ...(kept === undefined ? {} : { kept_json: JSON.stringify(keptUnder(destination, kept)) }),
    status: after.status,
    next_attempt_at: after.status === "pending" ? after.nextAttemptAt : null,
    bucket:
      after.status === "delivered" && delivery.submitted_at !== null
        ? bucketOf(attempted.started_at + attempted.duration_ms - delivery.submitted_at)
        : noBucket,
    dead_letter:
      after.status === "dead"
        ? { id: deliveryLetterId(delivery.public_id, delivery.attempts), cause: after.cause }
        : null,
  };
}

const linksLeads = ({ kind }: ClaimedDelivery["destination"]) => getAdapter(kind).linksLeads === true;

/** Of a destination that must confirm nothing no kind is looked at. */
function confirmed(
  { kind, after }: ClaimedDelivery["destination"],
  made: Pick<Parameters<typeof confirmationOf>[0], "status" | "isNotice" | "receiverId">,
): Pick<SettledAttempt, "is_confirmed" | "confirm_within"> {
  const rule = after.confirmation;
  if (rule === undefined) return {};
  const asked = confirmationOf({ ...made, rule, confirmedBy: getAdapter(kind).confirmedBy });
  if (asked === "not_asked") return {};
  return asked === "confirmed" ? { is_confirmed: 1 } : { confirm_within: asked.withinMinutes };
}

/** A test is not counted. */
function takenBy(
  destination: ClaimedDelivery["destination"],
  { event, form_id }: ClaimedDelivery["delivery"],
  { started_at, duration_ms }: AttemptResult,
): NonNullable<SettledAttempt["taken"]> {
  if (destination.limits === null || event.payload.test_lead === "yes") return [];
  const lead = { source: event.payload.lead_source, form_id };
  return takenCounts(destination, lead, started_at + duration_ms);
}
