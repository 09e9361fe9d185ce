import type {
  CallbackDelivery,
  CallbackPlan,
  LeadCallbackRow,
} from "@leadrelay/core/callbacks/callback-plan";
import { bucketOf, noBucket } from "@leadrelay/core/statistics/latency-buckets";
import { sql } from "kysely";
import { abortUnless } from "../abort-unless.ts";
import { allColumns } from "../all-columns.ts";
import { closeDeadLetters } from "../dead-letters/close-dead-letters.ts";
import { countSettled } from "../deliveries/count-settled.ts";
import { markLeadsSent } from "../deliveries/mark-leads-sent.ts";
import { settleDeliveries } from "../deliveries/settle-deliveries.ts";
import type { SettledAttempt } from "../deliveries/settled-attempt.ts";
import { insertRows } from "../json-rows.ts";
import type { PipelineScope } from "../scope.ts";
import { queries, write, type Statement } from "../statement.ts";
import {
  addToldOutcome,
  addToOutcomes,
  confirmedOf,
  oneDelivery,
  unconfirmedOf,
} from "../statistics/add-outcomes.ts";
import { addTallies } from "../tallies/add-tallies.ts";
import { hasRoom } from "./has-room.ts";
import { countOptOut, setOptOut } from "./opt-outs.ts";

/** All that comes of a callback, for one batch; it aborts where the callback, or the same said before, was kept meanwhile. */
export function writeCallback(scope: PipelineScope, plan: CallbackPlan): Statement<number>[] {
  const { row, confirmed, unconfirmed, optOut } = plan;
  return [
    abortUnless(isNew(row)),
    ...changeLead(plan),
    ...keep(row),
    ...(confirmed === null ? [] : confirm(scope, row.client_id, confirmed, row.received_at)),
    ...(unconfirmed === null ? [] : giveUp(unconfirmed, row.received_at)),
    ...(optOut === null ? [] : keepWish(scope, row, optOut)),
    // How many there are was read before: of two that would both be the last, one is.
    ...plan.tallies.filter(({ most }) => most !== undefined).map((tally) => abortUnless(hasRoom(tally))),
    ...addTallies(scope, plan.tallies),
    ...addToldOutcome(scope, plan),
  ];
}

const keepWish = (
  scope: PipelineScope,
  { client_id, received_at }: LeadCallbackRow,
  { limit, ...wish }: NonNullable<CallbackPlan["optOut"]>,
): Statement<number>[] => [
  setOptOut(scope, { client_id, at: received_at, limit, ...wish }),
  ...(limit === null ? [] : [countOptOut(scope, { limit, ...wish })]),
];

const isNew = ({ lead_id, client_id, id, once_key }: LeadCallbackRow) => sql`
  NOT EXISTS (SELECT 1 FROM lead_callbacks WHERE lead_id = ${lead_id} AND client_id = ${client_id} AND id = ${id})
  AND NOT EXISTS (SELECT 1 FROM lead_callbacks WHERE lead_id = ${lead_id} AND once_key = ${once_key})`;

/** Of what tells of no lead only what matched none is kept. */
const keep = (row: LeadCallbackRow): Statement<number>[] =>
  row.lead_id === 0 && row.refused === null ? [] : insertRows("lead_callbacks", columns, [row]);

const columns = allColumns<LeadCallbackRow>()([
  "lead_id",
  "client_id",
  "id",
  "kind",
  "once_key",
  "delivery_id",
  "destination_id",
  "detail_json",
  "refused",
  "happened_at",
  "received_at",
]);

function changeLead({ row, lead, crmLeadId, stage }: CallbackPlan): Statement<number>[] {
  if (lead === null || (crmLeadId === null && stage === null)) return [];
  const query = sql`
    UPDATE leads SET crm_lead_id = coalesce(${crmLeadId}, crm_lead_id), status = coalesce(${stage?.to ?? null}, status)
    WHERE id = ${lead.id} AND client_id = ${row.client_id}`;
  const isAsRead = sql`EXISTS (SELECT 1 FROM leads WHERE id = ${lead.id} AND crm_lead_id IS ${lead.crm_lead_id})`;
  return [...(crmLeadId === null ? [] : [abortUnless(isAsRead)]), write(query.compile(queries))];
}

/** Settled as a 2xx that comes late is, wherever our own try left it, and then confirmed. */
function confirm(
  scope: PipelineScope,
  client_id: string,
  delivery: CallbackDelivery,
  at: number,
): Statement<number>[] {
  const { lead_id, event_id, destination_id, attempts, submitted_at } = delivery;
  const attempt: SettledAttempt = {
    lead_id,
    event_id,
    destination_id,
    client_id,
    number: attempts,
    outcome: "delivered",
    status_code: null,
    error: null,
    started_at: at,
    duration_ms: 0,
    status: "delivered",
    next_attempt_at: null,
    bucket: submitted_at === null ? noBucket : bucketOf(at - submitted_at),
    dead_letter: null,
    ...(delivery.is_notice === 1 ? { is_notice: 1 as const } : {}),
  };
  const hadArrived = delivery.status === "delivered";
  const arrived = hadArrived
    ? []
    : [
        ...countSettled(scope, [attempt]),
        settleDeliveries(scope, [attempt], at),
        closeDeadLetters(scope, [attempt], at),
        ...markLeadsSent(scope, [attempt], at),
      ];
  const query = sql`
    UPDATE deliveries SET status = 'confirmed', confirm_by = NULL, confirmed_at = ${at}
    WHERE ${isIt(delivery)} AND status = 'delivered'`;
  // Counted before it is written: what arrived before and was cancelled since is not confirmed below either.
  const isNews = hadArrived ? sql`deliveries.status = 'delivered'` : sql`deliveries.status <> 'confirmed'`;
  const it = sql`${oneDelivery(delivery)} AND ${isNews} AND deliveries.is_notice IS NULL`;
  return [addToOutcomes(confirmedOf(it, at)), ...arrived, write(query.compile(queries))];
}

/** Once: the batch aborts where it was confirmed, or given up, meanwhile. */
const giveUp = (delivery: CallbackDelivery, at: number): Statement<number>[] => {
  const isAsRead = sql`${isIt(delivery)} AND status = 'delivered' AND unconfirmed_at IS NULL`;
  return [
    abortUnless(sql`EXISTS (SELECT 1 FROM deliveries WHERE ${isAsRead})`),
    addToOutcomes(unconfirmedOf(oneDelivery(delivery), at)),
    write(
      sql`UPDATE deliveries SET confirm_by = NULL, unconfirmed_at = ${at} WHERE ${isAsRead}`.compile(queries),
    ),
  ];
};

const isIt = ({ lead_id, event_id, destination_id }: CallbackDelivery) =>
  sql`lead_id = ${lead_id} AND event_id = ${event_id} AND destination_id = ${destination_id}`;
