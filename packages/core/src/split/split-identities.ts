import type { LeadRow } from "../decide/commit-plan.ts";
import type { IdentityTrace } from "../decide/decision-trace.ts";
import { emailOf } from "../decide/email-of.ts";
import {
  identityKey,
  identityKinds,
  isContact,
  type Identity,
  type IdentityKind,
  type SharedIdentity,
} from "../identity/identity.ts";
import { identityIp } from "../ip-lists/identity-ip.ts";
import { comparablePhone } from "../phone/phone-identity.ts";
import type { SplitSubmission } from "./split-facts.ts";
import { visitorOf } from "./standing-of.ts";

type Person = Pick<LeadRow, "client_id" | "is_test" | "project_key">;

/** What only the submissions that go were known under; what the others share stays with them. */
export function identitiesThatGo(
  going: readonly SplitSubmission[],
  staying: readonly SplitSubmission[],
  person: Person,
): Identity[] {
  const kept = new Set(staying.flatMap((one) => identitiesOf(one, person)).map(identityKey));
  const gone = going.flatMap((one) => identitiesOf(one, person));
  return [...new Map(gone.map((one) => [identityKey(one), one])).values()].filter(
    (one) => !kept.has(identityKey(one)),
  );
}

/** The contact details of the submissions that go, by which a search finds their lead though another may keep them. */
export function contactsOf(
  going: readonly SplitSubmission[],
  person: Person,
  leadId: number,
): SharedIdentity[] {
  const given = going.flatMap((one) => identitiesOf(one, person)).filter(isContact);
  return [...new Map(given.map((one) => [identityKey(one), { ...one, lead_id: leadId }])).values()];
}

/** What becomes of a submission's identities when it goes to another lead: what a third lead has stays there. */
export function settleSplit(
  submission: SplitSubmission,
  going: readonly Identity[],
  { from, to, person }: { from: Pick<LeadRow, "id" | "public_id">; to: number; person: Person },
): IdentityTrace[] {
  const goes = new Set(going.map(identityKey));
  const mine = new Map(identitiesOf(submission, person).map((one) => [one.kind, one]));
  return (submission.trace?.identities ?? []).map((trace) => {
    if (trace.result === "held_by_other_lead" && trace.lead_id !== from.id) return trace;
    const identity = mine.get(trace.kind);
    return identity !== undefined && goes.has(identityKey(identity))
      ? { kind: trace.kind, result: "added", lead_id: to }
      : { kind: trace.kind, result: "held_by_other_lead", lead_id: from.id, lead_public_id: from.public_id };
  });
}

/** By the kinds its decision names: what could not be read identifies nobody. */
function identitiesOf(submission: SplitSubmission, { client_id, is_test, project_key }: Person): Identity[] {
  const named = submission.trace?.identities.map(({ kind }) => kind) ?? identityKinds;
  return named.flatMap((kind) => {
    const value = valueOf(kind, submission);
    return value === null ? [] : [{ client_id, is_test, kind, value, project_key }];
  });
}

function valueOf(kind: IdentityKind, submission: SplitSubmission): string | null {
  switch (kind) {
    case "visitor_id":
      return visitorOf(submission);
    case "email":
      return emailOf(submission);
    case "phone":
      return comparablePhone(submission.contact_phone);
    case "ip":
      return identityIp(submission.frozen?.payload.user_ip ?? "");
  }
}
