import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  type CountryCode,
} from "libphonenumber-js/min";

/** How to read a number typed without a country code. A calling code may be shared by several countries. */
export type PhoneRegion = { defaultCountry: CountryCode } | { defaultCallingCode: string };

const callingCodes = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)));

/**
 * Reads what forms put in a country-code field: `+91`, `91`, `0091`, `IN`, `India (+91)`, `+1-246`.
 * @returns undefined when it names no country we know, such as Cloudflare's `T1` for Tor.
 */
export function readRegion(text: string | null | undefined): PhoneRegion | undefined {
  const spelled = (text ?? "").normalize("NFKC").trim();
  const country = spelled.toUpperCase() === "UK" ? "GB" : spelled.toUpperCase();
  if (isSupportedCountry(country)) return { defaultCountry: country };
  if (/\p{L}/u.test(spelled) && !spelled.includes("+")) return undefined;
  const digits = spelled.replaceAll(/\D/g, "").replace(/^0+/, "");
  if (callingCodes.has(digits)) return { defaultCallingCode: digits };
  // North America's shared plan: selectors list its islands with their area code.
  return /^1\d{3}$/.test(digits) ? { defaultCallingCode: "1" } : undefined;
}

/** Digits that stand between `+` and a country's numbers. */
export const isCallingCode = (digits: string): boolean => callingCodes.has(digits);

/** The calling code of a region, without its `+`. */
export const callingCodeOf = (region: PhoneRegion): string =>
  "defaultCountry" in region ? getCountryCallingCode(region.defaultCountry) : region.defaultCallingCode;
