import { getCountries, isSupportedCountry, type CountryCode } from "libphonenumber-js/min";
import { wordsOf } from "../placeholders/words-of.ts";
import { otherCountryNames } from "./other-country-names.ts";
import { byThreeLetters } from "./three-letter-codes.ts";

/** The languages whose names of countries are known, as selectors on marketing pages have them. Where two disagree the later one wins. */
const languages = ["ja", "zh", "hi", "ar", "tr", "ru", "pl", "nl", "it", "pt", "es", "fr", "de", "en"];

/**
 * The country that a text names by its code of two letters or three, its flag or its name in a language of ours; also by more than one
 * of them (`India (IN)`, `IN - India`), or by a locale (`de-AT`).
 */
export function findCountry(text: string): CountryCode | undefined {
  const said = lettersOfFlags(text).trim();
  const locale = /^[a-z]{2,3}[-_]([A-Z]{2})$/.exec(said)?.[1];
  if (locale !== undefined) return findOne(locale);
  return (
    findOne(said) ??
    said
      .split(/[()/,|:_-]+| (?=[A-Z]{2}$)|(?<=^[A-Z]{2}) /)
      .map(findOne)
      .find((country) => country !== undefined)
  );
}

function findOne(text: string): CountryCode | undefined {
  const code = text.trim().toUpperCase();
  if (isSupportedCountry(code)) return code;
  const name = comparable(text);
  return byThreeLetters.get(code) ?? otherCountryNames.get(name) ?? namesOfCountries().get(name);
}

/** A flag is two letters of their own: U+1F1E6 is A. */
const lettersOfFlags = (text: string) =>
  text.replaceAll(/[\u{1f1e6}-\u{1f1ff}]/gu, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41),
  );

/** Without accents and signs between words, in lower case. */
const comparable = (name: string) =>
  wordsOf(
    name
      .replaceAll("&", " and ")
      .normalize("NFD")
      .replaceAll(/\p{Mn}/gu, ""),
  ).join(" ");

let known: Map<string, CountryCode> | undefined;

/** Read from the platform's lists when a name is first asked for: some ten milliseconds, once. */
function namesOfCountries(): Map<string, CountryCode> {
  known ??= new Map(
    languages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
      return getCountries().flatMap((country): [string, CountryCode][] => {
        const name = names.of(country);
        return name === undefined ? [] : [[comparable(name), country]];
      });
    }),
  );
  return known;
}
