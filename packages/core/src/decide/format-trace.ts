import { deliveryId, eventId } from "../ids/derived-id.ts";
import type { DecisionTrace, DestinationTrace, IdentityTrace, PassedOverTrace } from "./decision-trace.ts";
import { kindLetters, resultLetters, usualStatus } from "./stored-trace.ts";

/**
 * A trace as `decision_json` keeps it, for `parseTrace`: names as in the trace, so that SQL finds them; nothing that is null, empty or
 * follows from the rest. `lead`: `[id, public id, matched by]`. `identities`: a letter for the kind, one for the result, and the
 * lead where it is another, behind a ~ its public id. `passed_over`: `[kind, lead, its public id, what differs…]`. `destinations`: `[id, reason, event, status, delivery, words]`, short where the rest is the usual.
 */
export function formatTrace(trace: DecisionTrace, submissionId: string): string {
  const { lead, identities, destinations, suspicion, new_contact, notes } = trace;
  return JSON.stringify({
    rule: trace.rule,
    elapsed_minutes: trace.elapsed_minutes ?? undefined,
    setting: trace.setting ?? undefined,
    lead: withoutNulls([lead.id, lead.public_id, lead.matched_by]),
    identities: identities.map((identity) => formatIdentity(identity, lead.id)).join() || undefined,
    passed_over: filled(trace.passed_over.map(formatPassedOver)),
    ip_rejected: trace.ip_rejected ?? undefined,
    test: trace.test ?? undefined,
    event: trace.event ?? undefined,
    new_contact: filled(new_contact),
    destinations: filled(destinations.map((one) => formatDestination(one, trace, submissionId))),
    engagement: trace.engagement,
    suspicion: suspicion.score === 0 && suspicion.reasons.length === 0 ? undefined : suspicion,
    notes: filled(notes),
  });
}

const filled = <Value>(list: readonly Value[]) => (list.length === 0 ? undefined : list);

/** Without the nulls at its end. */
const withoutNulls = (list: readonly unknown[]) =>
  list.slice(0, list.findLastIndex((one) => one !== null) + 1);

const formatIdentity = ({ kind, result, lead_id, lead_public_id }: IdentityTrace, leadId: number) => {
  const another = lead_public_id === undefined ? `${lead_id}` : `${lead_id}~${lead_public_id}`;
  return `${kindLetters[kind]}${resultLetters[result]}${lead_id === leadId ? "" : another}`;
};

const formatPassedOver = ({ kind, lead, differs }: PassedOverTrace) => [
  kind,
  lead.id,
  lead.public_id,
  ...differs,
];

function formatDestination(one: DestinationTrace, trace: DecisionTrace, submissionId: string) {
  const usual = one.status === "skipped" ? undefined : deliveryId(eventId(submissionId, one.event), one.id);
  return withoutNulls([
    one.id,
    one.reason,
    one.event === trace.event ? null : one.event,
    one.status === usualStatus[one.reason] ? null : one.status,
    one.delivery_public_id === usual ? null : (one.delivery_public_id ?? ""),
    one.words ?? null,
  ]);
}
