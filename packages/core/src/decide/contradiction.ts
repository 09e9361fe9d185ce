import type { IdentityKind } from "../identity/identity.ts";
import { namesDiffer } from "../identity/names-differ.ts";
import type { Submission } from "../identity/submission.ts";
import { comparablePhone } from "../phone/phone-identity.ts";
import { emailOf } from "./email-of.ts";
import type { KnownLead } from "./facts.ts";

/** What is said of a person on both sides of a match. */
export type Detail = "email" | "phone" | "name";

/** `unsaid`: by one side, or by a word that identifies nobody. */
type Comparison = "agrees" | "differs" | "unsaid";

/**
 * The details that show that a lead found by one kind of identity is another person; null where they do not. A correction of one
 * detail never does. `isKnownUnder` tells whether the lead holds the submission's own, however long ago it was given.
 */
export function contradictionOf(
  kind: IdentityKind,
  submission: Submission,
  lead: KnownLead,
  isKnownUnder: (kind: "email" | "phone") => boolean,
): Detail[] | null {
  const compared = comparePerson(submission, lead, isKnownUnder);
  const differing = details.filter((detail) => compared[detail] === "differs");
  return rules[kind](compared, differing) ? differing : null;
}

const details = ["email", "phone", "name"] as const;

type Compared = Record<Detail, Comparison>;

/** By the kind that found the lead. What an address vouches for is asked by `rejectIpMatch` before. */
const rules: Record<IdentityKind, (compared: Compared, differing: readonly Detail[]) => boolean> = {
  visitor_id: ({ email, phone }, differing) =>
    email !== "agrees" && phone !== "agrees" && differing.length >= 2,
  email: ({ name, phone }) => name === "differs" && phone === "differs",
  phone: ({ name, email }) => name === "differs" && email === "differs",
  ip: ({ name }) => name === "differs",
};

function comparePerson(
  { contact }: Submission,
  lead: KnownLead,
  isKnownUnder: (kind: "email" | "phone") => boolean,
): Compared {
  const { email = null, phone = null } = contact.identities;
  return {
    email: isKnownUnder("email") ? "agrees" : compare(email, emailOf(lead), email),
    // One that cannot be read mostly is somebody's, mistyped: it differs, and agrees with nothing. Nobody's says nothing.
    phone: isKnownUnder("phone")
      ? "agrees"
      : compare(comparablePhone(contact.phone), comparablePhone(lead.contact_phone), phone),
    name: namesDiffer(contact.name, lead.contact_name) ? "differs" : "unsaid",
  };
}

function compare(ours: string | null, theirs: string | null, identity: string | null): Comparison {
  if (ours === null || theirs === null) return "unsaid";
  if (ours !== theirs) return "differs";
  return identity === null ? "unsaid" : "agrees";
}
