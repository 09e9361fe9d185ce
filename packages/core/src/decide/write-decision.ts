import type { DecisionContext } from "./decision-context.ts";
import type { Decided } from "./decided.ts";
import type { DecisionTrace, DestinationTrace } from "./decision-trace.ts";
import { outageNotesOf } from "./outage-notes.ts";
import { packAttribution } from "../attribution/pack-attribution.ts";
import { formatTrace } from "./format-trace.ts";
import { eventRow, planEvents } from "./plan-events.ts";
import { talliesOf } from "../routes/route-counts.ts";
import { routedJson } from "../routes/went-of.ts";
import { rowOfSubmission } from "../sessions/row-of-submission.ts";
import { stepSignals } from "./step-signals.ts";
import { unsentRule } from "./unsent-rule.ts";
import type { WorkingState } from "./working-state.ts";

/** Puts a decision into the plan: the lead, the submission with its trace, its events and their deliveries. */
export function writeDecision(decided: Decided, context: DecisionContext, state: WorkingState): void {
  const { lead } = decided;
  const submissionRowId = state.takeSubmissionId();
  const planned = planEvents(decided, submissionRowId, context, state.countOf);
  const { plan } = state;
  const sends = planned.deliveries.filter(({ is_notice }) => is_notice !== 1);
  const unsent = unsentRule(decided, sends.length, planned.traces);
  const keepsPayload = unsent !== null && planned.events.length === 0;
  plan.submissions.push({
    ...submissionRow(decided, submissionRowId, planned.traces),
    unsent,
    unsent_payload: keepsPayload
      ? eventRow(decided, "lead.reengaged", submissionRowId, context).payload_json
      : null,
  });
  plan.events.push(...planned.events);
  plan.deliveries.push(...planned.deliveries);
  plan.attempts.push(...planned.attempts);
  plan.letters.push(...planned.letters);
  [...planned.moves.flatMap(talliesOf), ...planned.tallies].forEach(state.addTally);
  planned.expected.forEach(state.expectTally);
  if (decided.session !== null)
    plan.sessions.push(
      rowOfSubmission(decided.submission, decided.session, {
        lead_id: lead.id,
        told_score: decided.engagement?.score ?? null,
      }),
    );
  plan.signals.push(
    ...stepSignals(
      planned.traces,
      {
        client_id: lead.client_id,
        lead_id: lead.id,
        event_id: planned.events[0]?.id ?? null,
        submission_id: decided.submission.submission_id,
      },
      decided.client.destinations,
      context.nowMs,
    ),
  );
  state.saveLead({
    ...lead,
    routed_json: routedJson(lead, planned.went),
    went_out: lead.went_out || sends.length > 0,
    last_sent_at:
      planned.sentAt === null ? lead.last_sent_at : Math.max(planned.sentAt, lead.last_sent_at ?? 0),
  });
}

const submissionRow = (
  { submission, lead, ...decided }: Decided,
  id: number,
  traces: DestinationTrace[],
) => ({
  lead_id: lead.id,
  submission_number: lead.submission_count,
  id,
  public_id: submission.submission_id,
  client_id: submission.client_id,
  form_id: submission.form_id,
  outcome: decided.outcome,
  contact_name: submission.contact.name,
  contact_email: submission.contact.email,
  contact_phone: submission.contact.phone,
  cta: submission.fields.cta ?? null,
  page_url: submission.fields.page_url ?? null,
  attribution_json: packAttribution(submission.attribution, {
    page_url: submission.fields.page_url ?? null,
    referrer: null,
  }),
  payload_json: submission.payload_json,
  decision_json: formatTrace(traceOf({ submission, lead, ...decided }, traces), submission.submission_id),
  submitted_at: submission.received_at,
});

const traceOf = (decided: Decided, destinations: DestinationTrace[]): DecisionTrace => ({
  ...decided.verdict,
  lead: { id: decided.lead.id, public_id: decided.lead.public_id, matched_by: decided.match.by },
  identities: decided.identities,
  passed_over: decided.match.passedOver.map(({ kind, lead, differs }) => ({
    kind,
    lead: { id: lead.id, public_id: lead.public_id },
    differs,
  })),
  ip_rejected: decided.match.ipRejected,
  test: decided.test,
  event: decided.event,
  new_contact: decided.newContact,
  destinations,
  ...(decided.session !== null &&
    decided.engagement !== null && {
      engagement: {
        score: decided.engagement.score,
        label: decided.engagement.label,
        session_id: decided.session.session_id,
      },
    }),
  suspicion: decided.suspicion,
  notes: [...outageNotesOf(decided.submission, decided.event), ...decided.submission.notes],
});
