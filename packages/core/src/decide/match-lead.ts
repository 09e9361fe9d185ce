import { isEmail } from "../fields/contact.ts";
import { identityKey, type IdentityKind } from "../identity/identity.ts";
import type { KnownLead } from "./facts.ts";
import { readVisitorId } from "../identity/read-visitor-id.ts";
import type { Submission } from "../identity/submission.ts";

/** Why a lead known at this address is not taken for the same person. */
export type IpRejection =
  | "outside_duplicate_window"
  | "other_user_agent"
  | "other_visitor_id"
  | "other_email"
  | "other_phone";

export interface MatchResult {
  lead: KnownLead | null;
  by: IdentityKind | null;
  ipRejected: IpRejection | null;
}

interface Lookups {
  findLead: (identityKey: string) => KnownLead | undefined;
  duplicateWindowMs: number;
  isTest: boolean;
}

const strongKinds = ["visitor_id", "email", "phone"] as const;

/** The lead this submission belongs to: the first hit of visitor id, e-mail, phone; then, with great care, the address. */
export function matchLead(submission: Submission, lookups: Lookups): MatchResult {
  for (const kind of strongKinds) {
    const lead = leadUnder(kind, submission, lookups);
    if (lead) return { lead, by: kind, ipRejected: null };
  }
  const near = leadUnder("ip", submission, lookups);
  if (!near) return { lead: null, by: null, ipRejected: null };
  const ipRejected = rejectIpMatch(submission, near, lookups.duplicateWindowMs);
  return ipRejected === null ? { lead: near, by: "ip", ipRejected } : { lead: null, by: null, ipRejected };
}

function leadUnder(kind: IdentityKind, submission: Submission, { findLead, isTest }: Lookups) {
  const value = submission.contact.identities[kind];
  if (value === undefined) return undefined;
  const { client_id, project_key } = submission;
  return findLead(identityKey({ client_id, is_test: isTest, kind, value, project_key }));
}

/** Offices and mobile networks are not one person: an address counts only soon after, from the same browser, with nothing that differs. */
function rejectIpMatch(submission: Submission, lead: KnownLead, windowMs: number): IpRejection | null {
  const { visitor_id, email } = submission.contact.identities;
  const { phone } = submission.contact;
  if (Math.abs(submission.received_at - lead.last_submitted_at) >= windowMs)
    return "outside_duplicate_window";
  if (submission.context.user_agent === null || submission.context.user_agent !== lead.user_agent)
    return "other_user_agent";
  if (differ(visitor_id, readVisitorId(lead.visitor_id))) return "other_visitor_id";
  if (differ(email, emailOf(lead))) return "other_email";
  // Also numbers that cannot be read: two leads for one person are better than one lead taken for somebody else's.
  return differ(phone, lead.contact_phone) ? "other_phone" : null;
}

/** What was typed and is no address tells nobody apart, on either side. */
const emailOf = ({ contact_email: email }: KnownLead) =>
  email !== null && isEmail(email) ? email.toLowerCase() : null;

/** Both sides have one, and they are not the same. */
const differ = (ours: string | null | undefined, theirs: string | null) =>
  typeof ours === "string" && theirs !== null && ours !== theirs;
