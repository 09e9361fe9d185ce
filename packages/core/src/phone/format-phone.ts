import type { PhoneNumber } from "libphonenumber-js/min";
import { mendNumber } from "./mend-number.ts";
import { namedRegion } from "./named-region.ts";
import { parseNumber } from "./parse-number.ts";
import { plainNumber } from "./plain-number.ts";
import { readNumber } from "./read-number.ts";
import { readParts } from "./read-parts.ts";
import { readRegion, type PhoneRegion } from "./read-region.ts";
import { splitAtBlanks, splitNumbers } from "./split-numbers.ts";

/** Where a number's country may be told from, the first that names one wins. */
export interface PhoneHints {
  /** The form's country-code field as typed. */
  countryCode?: string | null | undefined;
  /** The form's own default, ISO 3166. */
  defaultRegion?: string | null | undefined;
  /** The caller's country by Cloudflare. */
  cfCountry?: string | null | undefined;
}

/**
 * `formatted` is `+<calling code>-<national number>`; `typed` is what cannot be read: kept and sent, but no identity. Of a text that
 * says more than one number (`98765 43210 / 91234 56780`) the first is `formatted`, and `typed` the text, so that nothing of it is lost.
 */
export type FormattedPhone =
  | { ok: true; formatted: string; region: string | null; extension?: string; typed?: string }
  | { ok: false; typed: string };

/**
 * One spelling for every way of writing a phone number: `+<calling code>-<national number>`.
 * Judged by length, not by number plan: plans change faster than a library, and a lead must not lose its number to that.
 */
export function formatPhone(raw: string, hints: PhoneHints): FormattedPhone {
  const region =
    readRegion(hints.countryCode) ?? readRegion(hints.defaultRegion) ?? readRegion(hints.cfCountry);
  const text = plainNumber(raw);
  const found =
    text === undefined
      ? undefined
      : (readOwn(text) ??
        readNamed(text) ??
        readFirst(text, region) ??
        readOne(text, region) ??
        readSpaced(text, region));
  if (found === undefined) return { ok: false, typed: raw };
  const { phone, extension, saysMore = false } = found;
  return {
    ok: true,
    formatted: `+${phone.countryCallingCode}-${phone.nationalNumber}`,
    region: phone.country ?? null,
    ...(extension !== undefined && { extension }),
    ...(saysMore && { typed: raw }),
  };
}

interface Found {
  phone: PhoneNumber;
  extension?: string | undefined;
  /** There are digits in the text that are not this number's. */
  saysMore?: boolean;
}

/** Our own spelling is not read anew: a number formats to itself wherever it is read. */
function readOwn(text: string): Found | undefined {
  const [, number = "", extension] = /^(\+\d{1,3}-\d+)(?: x(\d{1,7}))?$/.exec(text) ?? [];
  const phone = parseNumber(number);
  return phone?.isPossible() ? { phone: mendNumber(phone), extension } : undefined;
}

/** A text that names its number's country beside it: what the form presumes is another's then. Only where the number is valid there. */
function readNamed(text: string): Found | undefined {
  const region = namedRegion(text);
  const found = region && (readFirst(text, region) ?? readOne(text, region));
  return found?.phone.isValid() ? found : undefined;
}

/** A text that is one number. Words beside it are left out, unless they hold digits or the number is none without them. */
function readOne(text: string, region: PhoneRegion | undefined): Found | undefined {
  const parts = readParts(text);
  const phone = parts && readNumber(parts.number, region);
  if (!phone?.isValid()) {
    const found = readBeforeBrackets(text, region);
    if (found !== undefined) return found;
  }
  if (parts === undefined || phone === undefined) return undefined;
  const { remark, extension } = parts;
  if (remark !== undefined && !phone.isValid()) return undefined;
  return { phone, extension, saysMore: remark !== undefined && /\d/.test(remark) };
}

/** A number with more digits in brackets behind it, such as an hour: `98765 43210 (10-6)`. They are none of its own if it is valid without. */
function readBeforeBrackets(text: string, region: PhoneRegion | undefined): Found | undefined {
  const before = /^(.*\d)\s*\([^()]*\d[^()]*\)\W*$/s.exec(text)?.[1];
  const found = before === undefined ? undefined : readOne(before, region);
  return found?.phone.isValid() ? { ...found, saysMore: true } : undefined;
}

/** Fewer are an area code before a slash, or the beginning of a number with a comma in it. */
const fewestDigits = 6;

/** Of several numbers the first. */
function readFirst(text: string, region: PhoneRegion | undefined): Found | undefined {
  for (const { first, rest } of splitNumbers(text)) {
    if (!/\d/.test(rest) || isExtensionOf(first, text)) continue;
    const found = readOne(first, region);
    if (found !== undefined && found.phone.nationalNumber.length >= fewestDigits)
      return { ...found, saysMore: true };
  }
  return undefined;
}

/** `…, ext. 12` and `…;ext=12` go on with no other number. */
const isExtensionOf = (first: string, text: string) => {
  const own = readParts(text)?.extension;
  return own !== undefined && text.slice(first.length).replaceAll(/\D/g, "") === own;
};

/** As many as a number has, with whatever stands beside it. */
const hasDigits = /^(?:\D*\d){6,24}\D*$/;

/** Two numbers with a blank between them, where each of them is valid. */
function readSpaced(text: string, region: PhoneRegion | undefined): Found | undefined {
  for (const { first, rest } of splitAtBlanks(text)) {
    if (!hasDigits.test(first) || !hasDigits.test(rest)) continue;
    const found = readOne(first, region);
    if (found?.phone.isValid() && readOne(rest, region)?.phone.isValid()) return { ...found, saysMore: true };
  }
  return undefined;
}
