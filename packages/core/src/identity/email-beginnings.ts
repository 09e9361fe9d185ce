import { readEmail } from "../fields/read-email.ts";
import { plainText } from "../placeholders/plain-text.ts";
import { emailSpelling } from "./email-identity.ts";

/** As long as an address may be stored. */
const longestSearch = 256;

/**
 * What stored e-mail identities may begin with that somebody looks for by an address or its first letters: the one spelling of a whole
 * address, and what was typed. A domain in letters of its own is found whole, or under its ASCII name's beginning.
 */
export function emailBeginnings(typed: string): string[] {
  const text = (plainText(typed, longestSearch) ?? typed).toLowerCase();
  return [...new Set([emailSpelling(readEmail(typed) ?? text), text])];
}
