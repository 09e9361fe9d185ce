import { getCountries } from "libphonenumber-js/min";
import { expect, it } from "vitest";
import { findCountry } from "./find-country.ts";
import { byThreeLetters } from "./three-letter-codes.ts";

it.each([
  ["a name in Hindi", "भारत", "IN"],
  ["a name and a code with blanks around them", " India IN ", "IN"],
  ["a name behind another word", "Country: India", "IN"],
  ["a code in brackets with blanks of its own", "Land ( IN )", "IN"],
  ["a code of two letters", "in", "IN"],
  ["a code of three letters", "IND", "IN"],
  ["a flag", "🇮🇳", "IN"],
  ["a flag and a name", "🇮🇳 India", "IN"],
  ["a name", "India", "IN"],
  ["a name in German", "Deutschland", "DE"],
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

it.each([
  ["Japanese", "ドイツ", "DE"],
  ["Chinese", "德国", "DE"],
  ["Hindi", "जर्मनी", "DE"],
  ["Arabic", "ألمانيا", "DE"],
  ["Turkish", "Almanya", "DE"],
  ["Russian", "Германия", "DE"],
  ["Polish", "Niemcy", "DE"],
  ["Dutch", "Duitsland", "DE"],
  ["Italian", "Germania", "DE"],
  ["Portuguese", "Alemanha", "DE"],
  ["Spanish", "Alemania", "DE"],
  ["French", "Allemagne", "DE"],
  ["German", "Deutschland", "DE"],
  ["English", "Germany", "DE"],
])("a country is known by its name in %s: %s", (_, name, country) => expect(findCountry(name)).toBe(country));

it.each([
  ["AE", "UAE, U.A.E., Emirates"],
  ["CD", "Democratic Republic of the Congo; Congo, Democratic Republic of the"],
  ["CG", "Republic of the Congo, Congo"],
  ["CI", "Ivory Coast"],
  ["CV", "Cape Verde"],
  ["CZ", "Czech Republic"],
  ["GB", "UK, U.K., Great Britain, England, Scotland, Wales, Northern Ireland"],
  ["HK", "Hong Kong"],
  ["IN", "Bharat"],
  ["KP", "Korea, Democratic People's Republic of"],
  ["KR", "Korea, Republic of Korea"],
  ["MK", "Macedonia"],
  ["MM", "Burma"],
  ["MO", "Macau"],
  ["NL", "Holland, The Netherlands"],
  ["PS", "Palestine"],
  ["RU", "Russian Federation"],
  ["SA", "KSA, Kingdom of Saudi Arabia"],
  ["SZ", "Swaziland"],
  ["TR", "Turkey"],
  ["US", "USA, U.S.A., U.S., America, United States of America"],
  ["VN", "Viet Nam"],
])("%s is what people mean by %s", (country, said) => {
  // A name with a comma of its own stands behind a semicolon, or alone.
  const names = said.includes(";") ? said.split("; ") : country === "KP" ? [said] : said.split(", ");
  expect(names.map(findCountry)).toEqual(names.map(() => country));
});
