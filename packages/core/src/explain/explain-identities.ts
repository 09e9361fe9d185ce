import type { IdentityKind } from "../identity/identity.ts";
import type { Detail } from "../decide/contradiction.ts";
import type { DecisionTrace, IdentityTrace, PassedOverTrace } from "../decide/decision-trace.ts";
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

/** Rules whose own sentence names who was passed over. */
const toldAlready: ReadonlySet<DecisionTrace["rule"]> = new Set(["contradicted_match", "split"]);

/** What was peculiar about recognising the person; nothing where all was as usual. */
export function explainIdentities({ identities, passed_over, rule, ip_rejected }: DecisionTrace): string[] {
  return [
    ...(toldAlready.has(rule) ? [] : passed_over.map(explainPassedOver)),
    ...identities.filter(({ result }) => result === "held_by_other_lead").map(explainHeld),
    // Who has another name was passed over, which is told already.
    ...(ip_rejected === null || ip_rejected === "other_name" ? [] : [explainRejected(ip_rejected)]),
  ];
}

/** Whom a new lead was taken for and is not: `the same e-mail as lead …, whose phone and name are others`. */
export const sayRelatives = (passedOver: DecisionTrace["passed_over"]): string =>
  passedOver
    .map(
      ({ kind, lead, differs }) => `${sameAs(kind)} as lead ${lead.public_id}, whose ${sayDetails(differs)}`,
    )
    .join(", and ");

/** Whose a submission was before it was split off. */
export const sayFormer = (passedOver: DecisionTrace["passed_over"]): string =>
  passedOver.map(({ kind, lead }) => `lead ${lead.public_id}, by ${sameAs(kind)}`).join(" and ");

const explainPassedOver = ({ kind, lead, differs }: PassedOverTrace) =>
  `Lead ${lead.public_id} has ${sameAs(kind)}, but looks like another person: its ${sayDetails(differs)}.`;

const detailNames: Record<Detail, string> = { email: "e-mail", phone: "phone", name: "name" };

const sayDetails = (differs: readonly Detail[]) =>
  `${inWords(differs.map((detail) => detailNames[detail]))} ${differs.length === 1 ? "is another" : "are others"}`;

const inWords = (names: readonly string[]) =>
  names.length > 2 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names.join(" and ");

const kindNames: Record<IdentityKind, string> = {
  visitor_id: "browser",
  email: "e-mail",
  phone: "phone",
  ip: "IP address",
};

const explainHeld = ({ kind, lead_id, lead_public_id }: IdentityTrace) =>
  `Its ${kindNames[kind]} stays with lead ${lead_public_id ?? `number ${lead_id}`}, which had it first.`;

const rejections: Record<Exclude<IpRejection, "other_name">, string> = {
  outside_duplicate_window: "that was too long ago",
  other_user_agent: "the browser is another",
  other_visitor_id: "the visitor id is another",
  other_email: "the e-mail is another",
  other_phone: "the phone is another",
};

const explainRejected = (why: keyof typeof rejections) =>
  `Somebody known came from the same IP address, but was not taken for the same person: ${rejections[why]}.`;
