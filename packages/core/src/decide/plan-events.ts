import type { EventType } from "@leadrelay/contracts/event-type";
import { parseAttribution } from "../attribution/parse-attribution.ts";
import { eventId } from "../ids/derived-id.ts";
import { buildLeadPayload } from "../payload/build-lead-payload.ts";
import { packPayload } from "../payload/pack-payload.ts";
import type { CommitPlan, EventRow } from "./commit-plan.ts";
import type { DecisionContext } from "./decision-context.ts";
import type { Decided } from "./decided.ts";
import type { DestinationTrace } from "./decision-trace.ts";
import { planDeliveries, type PlannedEvent } from "./plan-deliveries.ts";
import { planDirectDeliveries } from "./plan-direct-deliveries.ts";

type PlannedEvents = Pick<CommitPlan, "events" | "deliveries" | "attempts" | "letters"> & {
  traces: DestinationTrace[];
  /** When a send made while D1 was down arrived, ms; null when none did. */
  sentAt: number | null;
};

/** The events a decision makes and who must hear of them. Sends made while D1 was down stand under what they told. */
export function planEvents(
  decided: Decided,
  submissionRowId: number,
  context: DecisionContext,
): PlannedEvents {
  const { submission, client } = decided;
  const wasSent = Object.keys(submission.direct).length > 0;
  const types = new Set<EventType>();
  if (decided.event !== null) types.add(decided.event);
  const { direct_event = "lead.created" } = submission;
  if (wasSent) types.add(direct_event);
  const events = [...types].map((type) => eventRow(decided, type, submissionRowId, context));
  const circumstances = {
    environment: context.policy.environment,
    isTest: decided.test !== null,
    nowMs: context.nowMs,
    direct: submission.direct,
  };
  const happened = events.find(({ type }) => type === decided.event);
  const regular =
    happened === undefined
      ? noneRegular
      : planDeliveries(plannedEvent(decided, happened), client.destinations, circumstances);
  const sent = events.find(({ type }) => type === direct_event);
  const direct =
    sent === undefined
      ? noneDirect
      : planDirectDeliveries(plannedEvent(decided, sent), submission, client.destinations, context.nowMs);
  return {
    events,
    deliveries: [...regular.rows, ...direct.rows],
    attempts: direct.attempts,
    letters: direct.letters,
    traces: [...regular.traces, ...direct.traces],
    sentAt: direct.sentAt,
  };
}

const noneRegular = { rows: [], traces: [] };
const noneDirect = { ...noneRegular, attempts: [], letters: [], sentAt: null };

/** An event of a submission, with the payload that its destinations get. */
export function eventRow(
  decided: Decided,
  type: EventType,
  submissionRowId: number,
  { policy, nowMs }: DecisionContext,
): EventRow {
  const { submission, lead } = decided;
  const payload = buildLeadPayload(submission, {
    ids: { lead_id: lead.id, lead_public_id: lead.public_id, lead_submission_id: submissionRowId },
    contact: { name: lead.contact_name, email: lead.contact_email, phone: lead.contact_phone },
    submissionNumber: lead.submission_count,
    isDuplicate: type !== "lead.created",
    isTest: decided.test !== null,
    environment: policy.environment,
    suspicion: decided.suspicion,
  });
  const place = { lead_id: lead.id, type, submission_public_id: submission.submission_id };
  return {
    ...place,
    id: eventId(submission.submission_id, type),
    client_id: lead.client_id,
    payload_json: packPayload(payload, place, {
      first: parseAttribution(lead.first_attribution_json),
      latest: submission.attribution,
    }),
    created_at: nowMs,
  };
}

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
  reachesCreatedOnly: verdict.rule === "ip_match_new_contact",
});

/** It came in when it came in, and goes out because somebody let it through since. */
const wasReleased = ({ block_lifted, quarantine }: Decided["submission"]) =>
  block_lifted || quarantine?.kind === "released";
