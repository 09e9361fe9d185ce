import type { IdentityKind } from "../identity/identity.ts";
import type { DecisionTrace, IdentityTrace } from "../decide/decision-trace.ts";
import type { IpRejection } from "../decide/match-lead.ts";

/** By what a person was recognised, as a sentence's subject. */
export function sameAs(kind: IdentityKind | null): string {
  switch (kind) {
    case "visitor_id":
      return "the same browser";
    case "email":
      return "the same e-mail";
    case "phone":
      return "the same phone";
    case "ip":
      return "the same browser at the same IP address";
    case null:
      return "the same person";
  }
}

/** What was peculiar about recognising the person; nothing where all was as usual. */
export function explainIdentities({ identities, ip_rejected }: DecisionTrace): string[] {
  const held = identities.filter(({ result }) => result === "held_by_other_lead").map(explainHeld);
  return ip_rejected === null ? held : [...held, explainRejected(ip_rejected)];
}

const kindNames: Record<IdentityKind, string> = {
  visitor_id: "browser",
  email: "e-mail",
  phone: "phone",
  ip: "IP address",
};

const explainHeld = ({ kind, lead_id }: IdentityTrace) =>
  `Its ${kindNames[kind]} stays with lead number ${lead_id}, which had it first.`;

const rejections: Record<IpRejection, string> = {
  outside_duplicate_window: "that was too long ago",
  other_user_agent: "the browser is another",
  other_visitor_id: "the visitor id is another",
  other_email: "the e-mail is another",
  other_phone: "the phone is another",
};

const explainRejected = (why: IpRejection) =>
  `Somebody known came from the same IP address, but was not taken for the same person: ${rejections[why]}.`;
