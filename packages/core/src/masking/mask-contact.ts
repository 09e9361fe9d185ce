import { maskEmail } from "./mask-email.ts";
import { maskName } from "./mask-name.ts";
import { maskPhone } from "./mask-phone.ts";

/** A person's details as every table with them names them. */
export interface Contact {
  contact_name: string | null;
  contact_email: string | null;
  contact_phone: string | null;
}

/** The contact details of a row: as they are, or so that nobody can be reached by them. No other field of the row comes along. */
export const contactOf = (
  { contact_name, contact_email, contact_phone }: Contact,
  masked: boolean,
): Contact => ({
  contact_name: maskedIf(masked, contact_name, maskName),
  contact_email: maskedIf(masked, contact_email, maskEmail),
  contact_phone: maskedIf(masked, contact_phone, maskPhone),
});

/** A value as it is, or through its mask. */
export const maskedIf = (
  masked: boolean,
  value: string | null,
  mask: (value: string) => string,
): string | null => (masked && value !== null ? mask(value) : value);
