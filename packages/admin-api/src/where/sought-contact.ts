import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { emailSpelling } from "@leadrelay/core/identity/email-identity";
import { plainNumber } from "@leadrelay/core/phone/plain-number";
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

/** The same of what is stored with its contact details: what was blocked, a lead. */
export const hasContactOf = (
  { by, values }: Sought,
  row: { contact_email: string | null; contact_phone: string | null },
): boolean => {
  const stored = spelled(by, by === "email" ? row.contact_email : row.contact_phone) ?? "";
  // Of a number that was looked for by its digits alone its country is not known.
  return values.includes(stored) || (by === "phone" && values.includes(stored.replace(/^\+\d+-/, "")));
};

/** Also what identifies nobody (`noemail@…`) is looked for. */
const spelled = (by: Sought["by"], stored: string | null) =>
  by === "email" ? emailSpelling(stored ?? "") : spelledPhone(soughtPhone(stored ?? ""));

/** One that could not be read is compared by its digits. */
const spelledPhone = (stored: string) =>
  /^\+\d{1,3}-\d+$/.test(stored) ? stored : (plainNumber(stored) ?? "").replaceAll(/\D/g, "");
