import { emailIdentity } from "../identity/email-identity.ts";
import type { KnownLead } from "./facts.ts";

/** A lead's e-mail address as it identifies; null also where what was typed is none, or nobody's, which tells nobody apart. */
export const emailOf = ({ contact_email: email }: Pick<KnownLead, "contact_email">): string | null =>
  emailIdentity(email) ?? null;
