import { parseTrace } from "@leadrelay/core/decide/parse-trace";
import { identityKinds, type IdentityKind } from "@leadrelay/core/identity/identity";
import { maskEmail } from "@leadrelay/core/masking/mask-email";
import { maskedIf } from "@leadrelay/core/masking/mask-contact";
import { maskPhone } from "@leadrelay/core/masking/mask-phone";
import type { Lead } from "@leadrelay/db/leads/lead";
import type { ListedSubmission } from "@leadrelay/db/submissions/newest-submissions";

interface KnownUnder {
  kind: IdentityKind;
  value: string | null;
}

/** Under what a lead is known, by the traces of its submissions. No index leads from a lead to its identities, and none is needed. */
export function knownUnder(
  lead: Lead,
  submissions: readonly ListedSubmission[],
  masked: boolean,
): KnownUnder[] {
  const found = submissions.flatMap((submission) =>
    (parseTrace(submission)?.identities ?? [])
      .filter(({ lead_id, result }) => lead_id === lead.id && result !== "held_by_other_lead")
      .map(({ kind }) => ({ kind, value: valueOf(kind, lead, submission, masked) })),
  );
  const different = new Map(found.map((one) => [`${one.kind} ${one.value}`, one]));
  return [...different.values()].toSorted(
    (a, b) => identityKinds.indexOf(a.kind) - identityKinds.indexOf(b.kind),
  );
}

/** As the submission gave it; of addresses and earlier browsers only the trace is kept. */
function valueOf(
  kind: IdentityKind,
  lead: Lead,
  { contact_email, contact_phone, submission_number }: ListedSubmission,
  masked: boolean,
): string | null {
  switch (kind) {
    case "email":
      return maskedIf(masked, contact_email?.toLowerCase() ?? null, maskEmail);
    case "phone":
      return maskedIf(masked, contact_phone, maskPhone);
    case "visitor_id":
      return submission_number === lead.submission_count
        ? maskedIf(masked, lead.visitor_id, () => "•••")
        : null;
    case "ip":
      return null;
  }
}
