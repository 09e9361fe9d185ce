import type { SubmissionMessage } from "@leadrelay/contracts/submission-message";
import { contactValues } from "@leadrelay/core/identity/contact-values";

/** By what somebody is looked for, as the pipeline spells it. */
export interface Sought {
  by: "email" | "phone";
  values: readonly string[];
}

/** Whether a submission that is not stored comes from whom somebody looks for. */
export function isFrom(
  { by, values }: Sought,
  { fields, context, channel, form }: SubmissionMessage,
): boolean {
  const { identities } = contactValues(fields, context, {
    channel,
    defaultRegion: form?.default_region ?? null,
  });
  return values.includes(identities[by] ?? "");
}

/** The same of one that was blocked. */
export const isBlockedFrom = (
  { by, values }: Sought,
  row: { contact_email: string | null; contact_phone: string | null },
): boolean => values.includes((by === "email" ? row.contact_email?.toLowerCase() : row.contact_phone) ?? "");
