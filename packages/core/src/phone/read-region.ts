import { getCountries, getCountryCallingCode, type CountryCode } from "libphonenumber-js/min";
import { plainText } from "../placeholders/plain-text.ts";
import { findCountry } from "./find-country.ts";
import { asciiDigits } from "./plain-number.ts";

/** How to read a number typed without a country code. A calling code may be shared by several countries. */
export type PhoneRegion = { defaultCountry: CountryCode } | { defaultCallingCode: string };

const callingCodes = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)));

/**
 * Reads what forms put in a country-code field: `+91`, `91`, `0091`, `IN`, `IND`, `India`, `India (+91)`, `🇮🇳 +91`, `+1-246`.
 * @returns undefined when it names no country we know, such as Cloudflare's `T1` for Tor.
 */
export function readRegion(text: string | null | undefined): PhoneRegion | undefined {
  const spelled = asciiDigits(plainText((text ?? "").slice(0, longestText), longestText) ?? "");
  const digits = spelled.replace(/\.0+$/, "").replaceAll(/\D/g, "").replace(/^0+/, "");
  if (!spelled.includes("+") && letters.test(spelled)) {
    const country = findCountry(spelled.replaceAll(/\d+/g, " "));
    // What else has digits beside a code is none, such as `T1`: `India 91` says the same twice.
    return country !== undefined && ["", getCountryCallingCode(country)].includes(digits)
      ? { defaultCountry: country }
      : undefined;
  }
  if (callingCodes.has(digits)) return { defaultCallingCode: digits };
  // North America's shared plan: selectors list its islands with their area code.
  return /^1\d{3}$/.test(digits) ? { defaultCallingCode: "1" } : undefined;
}

/** Longer than any country's name and what selectors put beside it. */
const longestText = 200;

/** Flags are letters too. */
const letters = /[\p{L}\u{1f1e6}-\u{1f1ff}]/u;

/** Digits that stand between `+` and a country's numbers. */
export const isCallingCode = (digits: string): boolean => callingCodes.has(digits);

/** The calling code of a region, without its `+`. */
export const callingCodeOf = (region: PhoneRegion): string =>
  "defaultCountry" in region ? getCountryCallingCode(region.defaultCountry) : region.defaultCallingCode;
