import type { EventType } from "@leadrelay/contracts/event-type";
import { parseAttribution } from "../attribution/parse-attribution.ts";
import { eventId } from "../ids/derived-id.ts";
import { buildLeadPayload } from "../payload/build-lead-payload.ts";
import { leadValues, type LeadValues } from "../shape/lead-values.ts";
import { readFrozen } from "../payload/read-payload.ts";
import { phoneSpelling } from "../phone/phone-identity.ts";
import { packPayload } from "../payload/pack-payload.ts";
import { refusedByConditions } from "../routes/refused-by-conditions.ts";
import type { Tally } from "../tallies/tally.ts";
import type { CommitPlan, EventRow } from "./commit-plan.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { Decided } from "./decided.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import type { DestinationFacts } from "./facts.ts";
import { expectedTallies, heldMarks } from "./limit-tallies.ts";
import { planDeliveries, type PlannedEvent } from "./plan-deliveries.ts";
import { planDirectDeliveries } from "./plan-direct-deliveries.ts";
import type { Routed, Routing } from "./route-event.ts";
import { routedDirectly } from "./routed-directly.ts";
import { wentOf } from "../routes/went-of.ts";

type PlannedEvents = Pick<CommitPlan, "events" | "deliveries" | "attempts" | "letters" | "tallies"> & {
  traces: DestinationTrace[];
  /** What routes chose; see `Routed`. */
  moves: Routed["moves"];
  went: Routed["went"];
  /** See `expectedTallies`. */
  expected: Tally[];
  /** When a send made while D1 was down arrived, ms; null when none did. */
  sentAt: number | null;
};

/** The events a decision makes and who must hear of them. Sends made while D1 was down stand under what they told. */
export function planEvents(
  decided: Decided,
  submissionRowId: number,
  context: DecisionContext,
  countOf: Routing["countOf"] = () => 0,
): PlannedEvents {
  const { submission, client } = decided;
  const wasSent = Object.keys(submission.direct).length > 0;
  const types = new Set<EventType>();
  if (decided.event !== null) types.add(decided.event);
  const { direct_event = "lead.created" } = submission;
  if (wasSent) types.add(direct_event);
  const events = [...types].map((type) => eventRow(decided, type, submissionRowId, context));
  const isTest = decided.test !== null;
  const sentTo = routedDirectly(submission.direct, client.destinations, { client_id: client.id, isTest });
  const { nowMs } = context;
  const lead = { source: sourceOf(submission), form_id: submission.form_id };
  const circumstances = {
    environment: context.policy.environment,
    isTest,
    nowMs,
    direct: submission.direct,
    countOf,
    routing: {
      client_id: client.id,
      went: { ...wentOf(decided.lead), ...sentTo.went },
      countOf,
      lead,
      refusedBy: conditionsOf(decided, submissionRowId, context),
      nowMs,
      isTest,
    },
    answered: {
      isNew: decided.lead.submission_count === 1,
      suspicion: decided.suspicion.score,
      email: decided.lead.contact_email,
      phone: decided.lead.contact_phone,
      isOptedOut: client.optedOut?.has(phoneSpelling(decided.lead.contact_phone ?? "")) === true,
    },
  };
  const happened = events.find(({ type }) => type === decided.event);
  const regular =
    happened === undefined
      ? noneRegular
      : planRegular(plannedEvent(decided, happened), client.destinations, {
          ...circumstances,
          values: () => valuesOf(happened, submission),
        });
  const sent = events.find(({ type }) => type === direct_event);
  const direct =
    sent === undefined
      ? noneDirect
      : planDirectDeliveries(plannedEvent(decided, sent), submission, client.destinations, {
          ...circumstances,
          went: { ...sentTo.went, ...regular.went },
        });
  return {
    events,
    deliveries: [...regular.rows, ...direct.rows],
    attempts: direct.attempts,
    letters: direct.letters,
    traces: [...regular.traces, ...direct.traces],
    moves: [...sentTo.moves, ...regular.moves],
    went: { ...sentTo.went, ...regular.went },
    tallies: [...regular.tallies, ...direct.tallies],
    expected: regular.expected,
    sentAt: direct.sentAt,
  };
}

const noneRegular = { rows: [], traces: [], moves: [], went: {}, tallies: [], expected: [] };
const noneDirect = { rows: [], traces: [], attempts: [], letters: [], tallies: [], sentAt: null };

/** With what its deliveries do to the counts of their destinations' limits. */
function planRegular(
  event: PlannedEvent,
  destinations: readonly DestinationFacts[],
  circumstances: Parameters<typeof planDeliveries>[2],
) {
  const planned = planDeliveries(event, destinations, circumstances);
  return {
    ...planned,
    tallies: heldMarks(planned.held, event),
    expected: expectedTallies(planned.rows, event, destinations, circumstances),
  };
}

const sourceOf = ({ fields, attribution }: Decided["submission"]) => fields.source ?? attribution.utm_source;

const payloadOf = (
  { submission, lead, test, suspicion, engagement, isVpnSuspected }: Decided,
  type: EventType,
  submissionRowId: number,
  { policy }: DecisionContext,
) =>
  buildLeadPayload(submission, {
    ids: { lead_id: lead.id, lead_public_id: lead.public_id, lead_submission_id: submissionRowId },
    contact: { name: lead.contact_name, email: lead.contact_email, phone: lead.contact_phone },
    submissionNumber: lead.submission_count,
    isDuplicate: type !== "lead.created",
    isTest: test !== null,
    environment: policy.environment,
    suspicion,
    engagement,
    isVpnSuspected,
  });

/** What conditions of a route see of a lead: all that it tells, made when the first of them asks. */
function conditionsOf(decided: Decided, submissionRowId: number, context: DecisionContext) {
  const { submission, lead, event } = decided;
  return refusedByConditions(() => {
    const type = event ?? "lead.created";
    return {
      event: { id: eventId(submission.submission_id, type), type, created_at: context.nowMs },
      payload: payloadOf(decided, type, submissionRowId, context),
      attribution: { first: parseAttribution(lead.first_attribution_json), latest: submission.attribution },
      message: submission.fields.message ?? null,
      payload_json: submission.payload_json,
      delivery_public_id: null,
    };
  });
}

/** An event of a submission, with the payload that its destinations get. */
export function eventRow(
  decided: Decided,
  type: EventType,
  submissionRowId: number,
  context: DecisionContext,
): EventRow {
  const { submission, lead } = decided;
  const payload = payloadOf(decided, type, submissionRowId, context);
  const place = { lead_id: lead.id, type, submission_public_id: submission.submission_id };
  return {
    ...place,
    id: eventId(submission.submission_id, type),
    client_id: lead.client_id,
    payload_json: packPayload(payload, place, {
      first: parseAttribution(lead.first_attribution_json),
      latest: submission.attribution,
    }),
    created_at: context.nowMs,
  };
}

/** What an event's lead says, for filters. */
const valuesOf = (row: EventRow, { fields, payload_json }: Decided["submission"]): LeadValues =>
  leadValues({
    event: row,
    ...readFrozen(row),
    message: fields.message ?? null,
    payload_json,
    delivery_public_id: null,
  });

const plannedEvent = (
  { verdict, submission }: Decided,
  { id, type, lead_id, client_id }: EventRow,
): PlannedEvent => ({
  id,
  type,
  lead_id,
  client_id,
  form_id: submission.form_id,
  submitted_at: wasReleased(submission) ? null : submission.received_at,
  source: sourceOf(submission),
  reachesCreatedOnly: verdict.rule === "ip_match_new_contact",
});

/** It came in when it came in, and goes out because somebody let it through since. */
const wasReleased = ({ block_lifted, quarantine }: Decided["submission"]) =>
  block_lifted || quarantine?.kind === "released";
