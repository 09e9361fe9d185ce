import { packAttribution } from "../attribution/pack-attribution.ts";
import { emailIdentity } from "../identity/email-identity.ts";
import { comparablePhone } from "../phone/phone-identity.ts";
import type { KnownLead } from "./facts.ts";
import { readVisitorId } from "../identity/read-visitor-id.ts";
import type { Submission } from "../identity/submission.ts";

/** What of a session stands on its lead; nothing where none is known. */
type Engaged = Pick<KnownLead, "engagement_score" | "session_id">;

/** A lead as its first submission makes it. */
export function newLead(
  submission: Submission,
  ids: { id: number; public_id: string },
  { isTest, suspicionScore, engaged }: { isTest: boolean; suspicionScore: number; engaged?: Engaged },
): KnownLead {
  const { contact, context, received_at } = submission;
  const attribution = packAttribution(submission.attribution);
  return {
    ...ids,
    client_id: submission.client_id,
    form_id: submission.form_id,
    is_test: isTest,
    project: submission.fields.project ?? null,
    project_key: submission.project_key,
    contact_name: contact.name,
    contact_email: contact.email,
    contact_phone: contact.phone,
    visitor_id: contact.identities.visitor_id ?? null,
    user_agent: context.user_agent,
    submission_count: 1,
    suspicion_score: suspicionScore,
    first_submitted_at: received_at,
    last_submitted_at: received_at,
    last_sent_at: null,
    first_attribution_json: attribution,
    latest_attribution_json: attribution,
    went_out: false,
    ...engaged,
  };
}

/** A lead after one more submission: what was given last wins; one that arrives late only fills gaps. */
export function mergeLead(
  lead: KnownLead,
  submission: Submission,
  suspicionScore: number,
  engaged?: Engaged,
): KnownLead {
  const { contact, context, received_at } = submission;
  const isLatest = received_at >= lead.last_submitted_at;
  const pick = (ours: string | null, theirs: string | null) =>
    isLatest ? (ours ?? theirs) : (theirs ?? ours);
  const { email, phone } = usableContact(lead, submission);
  return {
    ...lead,
    contact_name: pick(contact.name, lead.contact_name),
    contact_email: pick(email, lead.contact_email),
    contact_phone: pick(phone, lead.contact_phone),
    visitor_id: pick(contact.identities.visitor_id ?? null, readVisitorId(lead.visitor_id)),
    user_agent: pick(context.user_agent, lead.user_agent),
    suspicion_score: isLatest ? suspicionScore : lead.suspicion_score,
    ...(isLatest ? engaged : {}),
    submission_count: lead.submission_count + 1,
    first_submitted_at: Math.min(lead.first_submitted_at, received_at),
    last_submitted_at: Math.max(lead.last_submitted_at, received_at),
    ...mergeAttribution(lead, submission, isLatest),
  };
}

/** One that arrives late is the first where it came in before the first, and never the latest where it did not come in last. */
function mergeAttribution(lead: KnownLead, { attribution, received_at }: Submission, isLatest: boolean) {
  const isFirst = received_at < lead.first_submitted_at;
  const own = isFirst || isLatest ? packAttribution(attribution) : null;
  return {
    first_attribution_json: isFirst ? own : lead.first_attribution_json,
    latest_attribution_json: isLatest ? own : lead.latest_attribution_json,
  };
}

/** What identifies nobody only fills a lead's gap: what cannot be read, and what people type who give none. */
const usableContact = (lead: KnownLead, { contact }: Submission) => ({
  email: contact.identities.email === undefined && lead.contact_email !== null ? null : contact.email,
  phone: contact.identities.phone === undefined && lead.contact_phone !== null ? null : contact.phone,
});

/**
 * The contact details this submission adds: neither on the lead nor among what it is already known under. A number that cannot be
 * read is news where the lead has none, for a person may read it; a word that is no e-mail address, and what is nobody's, never is.
 */
export function newContact(
  lead: KnownLead,
  submission: Submission,
  isKnownUnder: (kind: "email" | "phone") => boolean,
): ("email" | "phone")[] {
  const { email, phone } = usableContact(lead, submission);
  const given = { email: emailIdentity(email), phone: comparablePhone(phone) };
  const had = { email: emailIdentity(lead.contact_email), phone: comparablePhone(lead.contact_phone) };
  return (["email", "phone"] as const).filter(
    (kind) => typeof given[kind] === "string" && given[kind] !== had[kind] && !isKnownUnder(kind),
  );
}
