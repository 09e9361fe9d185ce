import { findCountry } from "./find-country.ts";
import type { PhoneRegion } from "./read-region.ts";

const flag = /[\u{1f1e6}-\u{1f1ff}]{2}/u;
const before = /^[^+\d(]*/;
const behind = /[^+\d]*$/;

/**
 * The country that a phone field's own text names before the number or behind it: `🇮🇳 98765 43210`, `India: 98765 43210`,
 * `98765 43210 (India)`. Undefined of a code of two letters alone: `PH`, `NO` and `MO` are what people write for phone, number and mobile.
 * @param text as `plainNumber` gives it
 */
export function namedRegion(text: string): PhoneRegion | undefined {
  // Most texts hold a number and nothing else.
  if (!/[^\s\d+().\-/]/.test(text)) return undefined;
  for (const found of [before.exec(text), behind.exec(text)]) {
    const words = (found?.[0] ?? "").replaceAll(/[^\p{L}\p{M}\u{1f1e6}-\u{1f1ff}\s&'’.]/gu, " ").trim();
    const country = isLongEnough(words) ? findCountry(words) : undefined;
    if (country !== undefined) return { defaultCountry: country };
  }
  return undefined;
}

const longestName = 60;

const isLongEnough = (words: string) =>
  words.length <= longestName &&
  (flag.test(words) || words === "UK" || (words.match(/\p{L}/gu) ?? []).length > 2);
