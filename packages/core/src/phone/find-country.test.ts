import { getCountries } from "libphonenumber-js/min";
import { expect, it } from "vitest";
import { findCountry } from "./find-country.ts";
import { byThreeLetters } from "./three-letter-codes.ts";

it.each([
  ["a code of two letters", "in", "IN"],
  ["a code of three letters", "IND", "IN"],
  ["a flag", "🇮🇳", "IN"],
  ["a flag and a name", "🇮🇳 India", "IN"],
  ["a name", "India", "IN"],
  ["a name in German", "Deutschland", "DE"],
  ["a name in Hindi", "भारत", "IN"],
  ["a name in Chinese", "印度", "IN"],
  ["a name in Arabic", "الهند", "IN"],
  ["a name in Russian", "РОССИЯ", "RU"],
  ["a name without its accents", "Cote d'Ivoire", "CI"],
  ["a name with another apostrophe", "Côte d’Ivoire", "CI"],
  ["a name with &", "Bosnia & Herzegovina", "BA"],
  ["a name with and", "Trinidad and Tobago", "TT"],
  ["what people say", "USA", "US"],
  ["what people say, with dots", "U.K.", "GB"],
  ["a part of a country that has no code", "Scotland", "GB"],
  ["a former name", "Turkey", "TR"],
  ["a name with a dash of its own", "Guinea-Bissau", "GW"],
  ["a name and a code", "India (IN)", "IN"],
  ["a code and a name", "IN - India", "IN"],
  ["a code before a name", "IN India", "IN"],
  ["a name before a code", "India IN", "IN"],
  ["ISO's formal name", "Moldova, Republic of", "MD"],
  ["ISO's formal name of one of two", "Korea, Democratic People's Republic of", "KP"],
  ["a locale", "de-AT", "AT"],
  ["a locale with another sign", "en_IN", "IN"],
  ["a language, which is a country's code too", "de", "DE"],
  ["no country", "Atlantis", undefined],
  ["a name that every object has", "constructor", undefined],
  ["nothing", "", undefined],
])("%s: %s", (_, text, country) => expect(findCountry(text)).toBe(country));

it("every country whose numbers are known has a code of three letters, but two islands that ISO gives none", () => {
  const countries = new Set(byThreeLetters.values());
  expect(getCountries().filter((country) => !countries.has(country))).toEqual(["AC", "TA"]);
  expect(countries.size).toBe(byThreeLetters.size);
});
