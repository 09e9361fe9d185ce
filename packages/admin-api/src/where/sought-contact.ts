import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { emailSpelling } from "@leadrelay/core/identity/email-identity";
import { soughtPhone } from "@leadrelay/core/phone/phone-identity";
import { contactValues } from "@leadrelay/core/identity/contact-values";

/** By what somebody is looked for, as the pipeline spells it. */
export interface Sought {
  by: "email" | "phone";
  values: readonly string[];
}

/** Whether a submission that is not stored comes from whom somebody looks for. */
export function isFrom(
  { by, values }: Sought,
  { fields, other_phones, context, channel, form }: SubmissionMessage,
): boolean {
  const contact = contactValues(fields, context, {
    channel,
    defaultRegion: form?.default_region ?? null,
    otherPhones: other_phones,
  });
  return values.includes(contact.identities[by] ?? spelled(by, contact[by]) ?? "");
}

/** The same of one that was blocked. */
export const isBlockedFrom = (
  { by, values }: Sought,
  row: { contact_email: string | null; contact_phone: string | null },
): boolean => values.includes(spelled(by, by === "email" ? row.contact_email : row.contact_phone) ?? "");

/** Also what identifies nobody (`noemail@…`) is looked for. */
const spelled = (by: Sought["by"], stored: string | null) =>
  by === "email" ? emailSpelling(stored ?? "") : soughtPhone(stored ?? "");
