import type { Contact } from "./mask-contact.ts";
import { namesPerson } from "./mask-text.ts";

/** With so many of a number's last digits somebody can be called. */
const fewestDigits = 7;

/** Something@something, also as links escape its sign. */
const address = /\S(?:[@\uff20\ufe6b]|%(?:25)*40|&#(?:0*64|x0*40);?)\S/i;

/**
 * An id that somebody else gave, of a click or of a lead at its receiver: as it is, or hidden whole where it is an e-mail address, or says
 * whose it is. Long numbers are what ids look like, and stay unless they are the person's own.
 */
export const maskId = (text: string, contact?: Contact): string =>
  address.test(text) || namesPerson(text, contact) || hasNumberOf(text, contact) ? "•••" : text;

function hasNumberOf(text: string, contact: Contact | undefined): boolean {
  const number = digitsOf(contact?.contact_phone ?? "");
  return number.length >= fewestDigits && digitsOf(text).includes(number.slice(-fewestDigits));
}

const digitsOf = (text: string) => text.replaceAll(/\P{Nd}+/gu, "");
