import type { PhoneNumber } from "libphonenumber-js/min";
import { mendNumber } from "./mend-number.ts";
import { beginsWithCode, repeatsCode } from "./open-plans.ts";
import { parseNumber } from "./parse-number.ts";
import { callingCodeOf, isCallingCode, type PhoneRegion } from "./read-region.ts";

/**
 * Reads one number. Of several readings the first valid one counts, else the first that is possible by its length as typed
 * (docs/decisions/0013): what is meant otherwise than it stands there has to be valid.
 * @param text digits, `+`, brackets and blanks
 */
export function readNumber(text: string, region: PhoneRegion | undefined): PhoneNumber | undefined {
  const asTyped = typedReadings(text, region);
  const isPossible = asTyped.some((phone) => phone.isPossible());
  const readings = [...asTyped, ...meantReadings(text, region, isPossible)].map(mendNumber);
  return readings.find((phone) => phone.isValid()) ?? asTyped.find((phone) => phone.isPossible());
}

/** As it stands there: with its calling code, and at home. */
function typedReadings(text: string, region: PhoneRegion | undefined): PhoneNumber[] {
  const coded = withCode(text, region);
  const readings =
    coded === undefined ? [] : [withoutTrunk(coded), coded].map((reading) => parseNumber(reading));
  return [...readings, parseNumber(text, region)].flatMap(present);
}

/** What may be meant where nothing that stands there is valid: the + left out or typed too much, or more zeros than are dialled. */
function meantReadings(text: string, region: PhoneRegion | undefined, isPossible: boolean): PhoneNumber[] {
  const digits = text.replaceAll(/\D/g, "");
  const isAbroad = text.includes("+");
  return [
    isAbroad || digits.length < shortestWithCode ? undefined : parseNumber(`+${digits}`),
    isAbroad && isPossible ? undefined : parseNumber(digits.replace(/^0+/, ""), region),
  ].flatMap(present);
}

/** Shorter ones are at home in North America and elsewhere, in ranges that a library may not know yet. */
const shortestWithCode = 11;

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/**
 * The text with its calling code, where it has one: behind a +, or behind the `00` that most of the world dials abroad (people type it
 * where another prefix is in use too), or before a bracketed zero. Of two codes the one that was typed, not the selector's before it.
 */
function withCode(typed: string, region: PhoneRegion | undefined): string | undefined {
  const text = typed.replace(/^\D*\d{0,5}\D*(?=\+)/, "").replace(/^\(?00/, "+");
  if (!text.includes("+")) {
    const before = /^\(?(\d{1,3})\)? ?\( ?0 ?\)/.exec(text)?.[1] ?? "";
    const code = region === undefined ? "" : callingCodeOf(region);
    return isCallingCode(before) || beginsWithCode(text, code) ? `+${text}` : undefined;
  }
  const [, code = "", rest = ""] = /^\D*(49|43)\D*(.*)$/.exec(text) ?? [];
  return repeatsCode(rest, code) ? `+${rest}` : text;
}

/** `+48 (0) 22 …`: the zero is dialled at home only. Italy's is part of the number, and then the reading with it is the valid one. */
const withoutTrunk = (text: string) => text.replace(/^(\D*\d{1,3}\)?) ?\( ?0 ?\)/, "$1 ");
