import { parseSubmissionMessage } from "@leadrelay/contracts/parse-submission-message";
import { contactValues } from "@leadrelay/core/identity/contact-values";
import type { Contact } from "@leadrelay/core/masking/mask-contact";

/** Whom a letter's message is from, as they would be stored; null for what is no submission. @param message as it was parsed */
export function senderOf(message: unknown): Contact | null {
  const submission = parseSubmissionMessage(message);
  if (submission === undefined) return null;
  const { fields, other_phones, context, channel, form } = submission;
  const contact = contactValues(fields, context, {
    channel,
    defaultRegion: form?.default_region ?? null,
    otherPhones: other_phones,
  });
  return { contact_name: contact.name, contact_email: contact.email, contact_phone: contact.phone };
}
