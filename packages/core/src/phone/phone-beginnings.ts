import { formatPhone } from "./format-phone.ts";
import { earlierSpelling, phoneSpelling } from "./phone-identity.ts";
import { plainNumber } from "./plain-number.ts";
import { callingCodeOf, isCallingCode, readRegion } from "./read-region.ts";

const mostBeginnings = 8;
/** Shorter ones are no number that anybody typed. */
const fewestTyped = 6;

/** What is known of where a number may be from that is typed without its country. */
interface From {
  /** ISO 3166, as the forms in question expect numbers. */
  regions: readonly string[];
  /** Calling codes that leads in question have, `91`. */
  callingCodes?: readonly string[];
  /** At most so many are looked for. */
  most?: number;
}

/**
 * What stored phones may begin with that somebody looks for by a whole number or its first digits, spelled as they are stored:
 * `+91-98765` of `98765` where forms expect Indian numbers, of `+9198765` anywhere. A number with two spellings is looked for by both:
 * leads show the one they were given, and identities of before are stored so.
 * A national number is looked for in every country that it may be from, and as the digits it is. None at all for less than a digit.
 */
export function phoneBeginnings(
  typed: string,
  { regions, callingCodes = [], most = mostBeginnings }: From,
): string[] {
  const text = plainNumber(typed) ?? "";
  if (isOwn.test(text)) return [...new Set([...spellings(text), text])];
  const whole = [null, ...regions].flatMap((defaultRegion) => {
    const phone = formatPhone(text, { defaultRegion });
    return phone.ok ? spellings(phone.formatted) : [];
  });
  const abroad = /^\(?(\+|00)/.test(text);
  const digits = text.replaceAll(/\D/g, "").replace(abroad ? /^0+/ : "", "");
  const national = abroad ? [] : regions.flatMap((region) => withCallingCode(digits, region));
  const theirs = abroad ? [] : callingCodes.flatMap((code) => behindCode(digits, code)).flatMap(spellings);
  const found = [...new Set([...whole, ...national, ...theirs, ...split(digits)])].slice(0, most);
  // As it is kept where it could not be read.
  return found.length < most && digits.length >= fewestTyped ? [...found, digits] : found;
}

const isOwn = /^\+\d{1,3}-\d+$/;

function spellings(number: string): string[] {
  const spelled = phoneSpelling(number);
  return [spelled, earlierSpelling(spelled)].filter((spelling) => spelling !== undefined);
}

/** With and without the 0 that many countries put before a number dialled at home: Italy keeps it. */
function withCallingCode(digits: string, region: string): string[] {
  const known = readRegion(region);
  if (known === undefined) return [];
  return behindCode(digits, callingCodeOf(known));
}

function behindCode(digits: string, code: string): string[] {
  return [digits.replace(/^0+/, ""), digits].filter((rest) => rest !== "").map((rest) => `+${code}-${rest}`);
}

/** `919876` is `+91-9876` to whoever leaves the + out. */
const split = (digits: string): string[] =>
  [1, 2, 3]
    .filter((length) => length < digits.length && isCallingCode(digits.slice(0, length)))
    .map((length) => `+${digits.slice(0, length)}-${digits.slice(length)}`);
