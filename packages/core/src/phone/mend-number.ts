import type { PhoneNumber } from "libphonenumber-js/min";
import { parseNumber } from "./parse-number.ts";

const mostSteps = 3;

/**
 * The same number without what people put before it once too often: the calling code, a trunk zero, a prefix that its country no
 * longer dials; or with one that it dials since. Only where the number is not valid as it is and is then.
 */
export function mendNumber(phone: PhoneNumber): PhoneNumber {
  if (phone.isValid()) return phone;
  const code = phone.countryCallingCode;
  let tried: string[] = [phone.nationalNumber];
  for (let step = 0; step < mostSteps; step += 1) {
    tried = tried.flatMap((national) => otherwise(national, code));
    const mended = tried
      .map((national) => parseNumber(`+${code}${national}`))
      .find((read) => read?.isValid());
    if (mended !== undefined) return mended;
  }
  return phone;
}

/** What was dialled before a mobile number, by calling code, and is not part of it. */
const formerPrefixes: Readonly<Record<string, RegExp>> = {
  // Mexico since August 2019: +52 1 …, and 01, 044, 045 at home.
  52: /^(?:1|01|044|045)(?=\d{10}$)/,
  // Argentina's 15 after the area code is the same as the 9 before it; some write both.
  54: /(?<=^9\d{2,4})15(?=\d{6,8}$)/,
};

/** What is dialled before a number since, by calling code: Benin's of eight digits, 01 since November 2024. */
const newPrefixes: Readonly<Record<string, RegExp>> = { 229: /^(?=\d{8}$)/ };

const otherwise = (national: string, code: string): string[] =>
  [
    national.replace(newPrefixes[code] ?? /^$/, "01"),
    national.startsWith(code) ? national.slice(code.length) : national,
    national.replace(/^0/, ""),
    national.replace(formerPrefixes[code] ?? /^$/, ""),
  ].filter((rest) => rest !== national && rest !== "");
