import { quotesContact } from "./quotes-contact.ts";
import type { Contact } from "./mask-contact.ts";

/**
 * Free text of a visitor (project, keyword, button, source, team) or about one: as it is, or hidden whole where it may quote a contact
 * detail, or the person's own name. A form's mapping may have put any of them there.
 */
export const maskText = (text: string, contact?: Contact): string =>
  quotesContact(text) || namesPerson(text, contact) ? "•••" : text;

/** A word of so few letters is in too many texts. */
const shortestWord = 3;

/** Whether all words of one of the person's own details stand in a text. */
export function namesPerson(text: string, contact: Contact | undefined): boolean {
  const said = folded(text);
  const own = [contact?.contact_email, contact?.contact_phone, contact?.contact_name];
  return own.some((value) => {
    const words = folded(value ?? "")
      .split(" ")
      .filter((word) => word.length >= shortestWord);
    return words.length > 0 && words.every((word) => said.split(" ").includes(word));
  });
}

/** Letters and digits in small letters, with blanks between words. */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
