import type { KnownField } from "@leadrelay/contracts/submission-fields";
import { isPhone } from "./contact.ts";
import { readEmail } from "./read-email.ts";

/**
 * What was given for an e-mail address and for a phone number, each behind what stands in its own place where it was given for the other:
 * a field asks for "e-mail or phone" under one name, and people mix up two.
 */
export function swapReach(texts: Map<KnownField, string[]>): void {
  const email = texts.get("email") ?? [];
  const phone = texts.get("phone") ?? [];
  const numbers = email.filter(isNumber);
  const addresses = phone.filter(holdsAddress);
  if (numbers.length + addresses.length === 0) return;
  texts.set("email", [...email.filter((text) => !isNumber(text)), ...addresses]);
  texts.set("phone", [
    ...phone.filter((text) => !holdsAddress(text) || isPhone(text.replace(readEmail(text) ?? "", ""))),
    ...numbers,
  ]);
}

/** Digits and signs: `anna2024123` is a mailbox whose domain is missing. */
const isNumber = (text: string) => !/[@\p{L}]/u.test(text) && isPhone(text);

/** WhatsApp's `919876543210@c.us` is a number: an address has a letter before its sign. */
const holdsAddress = (text: string) =>
  text.includes("@") && /\p{L}[^@]*@/u.test(text) && readEmail(text) !== null;
