import { maskedIf, type Contact } from "@leadrelay/core/masking/mask-contact";
import { maskText } from "@leadrelay/core/masking/mask-text";

/** A lead's project as whoever asks may see it: a form's mapping may have put a contact detail there. */
export const projectOfLead = (lead: Contact & { project: string | null }, masked: boolean): string | null =>
  maskedIf(masked, lead.project, (text) => maskText(text, lead));
