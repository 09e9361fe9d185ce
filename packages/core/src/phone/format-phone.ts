import { parsePhoneNumber, type PhoneNumber } from "libphonenumber-js/min";
import { readRegion, type PhoneRegion } from "./read-region.ts";

/** Where a number's country may be told from, the first that names one wins. */
export interface PhoneHints {
  /** The form's country-code field as typed. */
  countryCode?: string | null | undefined;
  /** The form's own default, ISO 3166. */
  defaultRegion?: string | null | undefined;
  /** The caller's country by Cloudflare. */
  cfCountry?: string | null | undefined;
}

/** `formatted` is `+<calling code>-<national number>`; `typed` is what cannot be read: kept and sent, but no identity. */
export type FormattedPhone =
  | { ok: true; formatted: string; region: string | null }
  | { ok: false; typed: string };

/**
 * One spelling for every way of writing a phone number: `+<calling code>-<national number>`.
 * Judged by length, not by number plan: plans change faster than a library, and a lead must not lose its number to that.
 */
export function formatPhone(raw: string, hints: PhoneHints): FormattedPhone {
  const region =
    readRegion(hints.countryCode) ?? readRegion(hints.defaultRegion) ?? readRegion(hints.cfCountry);
  const typed = raw.normalize("NFKC").trim();
  // `00` is how most of the world dials abroad, and people type it where another prefix is in use too.
  const phone = read(typed.replace(/^\(?00/, "+"), region) ?? read(typed, region);
  if (phone === undefined) return { ok: false, typed: raw };
  const formatted = `+${phone.countryCallingCode}-${phone.nationalNumber}`;
  return { ok: true, formatted, region: phone.country ?? null };
}

function read(text: string, region: PhoneRegion | undefined): PhoneNumber | undefined {
  try {
    const phone = parsePhoneNumber(text, region);
    return phone?.isPossible() ? phone : undefined;
  } catch {
    return undefined;
  }
}
