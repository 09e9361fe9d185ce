import { identityKey, type IdentityKind } from "../identity/identity.ts";
import { contradictionOf, type Detail } from "./contradiction.ts";
import { emailOf } from "./email-of.ts";
import { comparablePhone } from "../phone/phone-identity.ts";
import type { KnownLead } from "./facts.ts";
import { readVisitorId } from "../identity/read-visitor-id.ts";
import type { Submission } from "../identity/submission.ts";

/** Why a lead known at this address is not taken for the same person. */
export type IpRejection =
  | "outside_duplicate_window"
  | "other_user_agent"
  | "other_visitor_id"
  | "other_email"
  | "other_phone"
  | "other_name";

/** A lead that was found by one kind and passed over, because these details show another person. */
interface PassedOver {
  kind: IdentityKind;
  lead: KnownLead;
  differs: Detail[];
}

export interface MatchResult {
  lead: KnownLead | null;
  by: IdentityKind | null;
  ipRejected: IpRejection | null;
  /** In the order the kinds were asked. */
  passedOver: PassedOver[];
}

interface Lookups {
  findLead: (identityKey: string) => KnownLead | undefined;
  duplicateWindowMs: number;
  /** Whether a lead is passed over that what both sides say contradicts. */
  isGuarded: boolean;
  isTest: boolean;
}

const strongKinds = ["visitor_id", "email", "phone"] as const;

/**
 * The lead this submission belongs to: the first hit of visitor id, e-mail, phone that nothing contradicts; then, with great care, of the
 * address.
 */
export function matchLead(submission: Submission, lookups: Lookups): MatchResult {
  const passedOver: PassedOver[] = [];
  const nobody = { lead: null, by: null, ipRejected: null, passedOver };
  const contradicts = (kind: IdentityKind, lead: KnownLead) => {
    const differs = lookups.isGuarded ? contradictionIn(kind, lead, submission, lookups) : null;
    if (differs !== null) passedOver.push({ kind, lead, differs });
    return differs !== null;
  };
  for (const kind of strongKinds) {
    const lead = leadUnder(kind, submission, lookups);
    if (lead && !contradicts(kind, lead)) return { ...nobody, lead, by: kind };
  }
  const near = leadUnder("ip", submission, lookups);
  if (!near) return nobody;
  const ipRejected = rejectIpMatch(submission, near, lookups.duplicateWindowMs);
  if (ipRejected !== null) return { ...nobody, ipRejected };
  return contradicts("ip", near)
    ? { ...nobody, ipRejected: "other_name" }
    : { ...nobody, lead: near, by: "ip" };
}

function contradictionIn(kind: IdentityKind, lead: KnownLead, submission: Submission, lookups: Lookups) {
  return contradictionOf(
    kind,
    submission,
    lead,
    (contact) => leadUnder(contact, submission, lookups)?.id === lead.id,
  );
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
  return differ(comparablePhone(phone), comparablePhone(lead.contact_phone)) ? "other_phone" : null;
}

/** Both sides have one, and they are not the same. */
const differ = (ours: string | null | undefined, theirs: string | null | undefined) =>
  typeof ours === "string" && typeof theirs === "string" && ours !== theirs;
