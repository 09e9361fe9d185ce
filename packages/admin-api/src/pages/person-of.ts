import { contactOf, type Contact } from "@leadrelay/core/masking/mask-contact";

/** A lead that something is about, and whose it is. */
export interface PersonOfLead extends Contact {
  public_id: string;
}

const nobody: Contact = { contact_name: null, contact_email: null, contact_phone: null };

/** Whom something is about, as whoever asks may see them; nobody where nobody is known. */
export const personOf = (person: Contact | null, masked: boolean): Contact & { masked: boolean } => ({
  ...contactOf(person ?? nobody, masked),
  masked,
});
