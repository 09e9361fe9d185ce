import type { CountryCode } from "libphonenumber-js/min";

/** What people write of countries and Unicode's lists of names (CLDR) do not have; compared as `findCountry` does. */
const names: Partial<Record<CountryCode, readonly string[]>> = {
  AE: ["uae", "u a e", "emirates"],
  CD: ["democratic republic of the congo", "congo democratic republic of the"],
  CG: ["republic of the congo", "congo"],
  CI: ["ivory coast"],
  CV: ["cape verde"],
  CZ: ["czech republic"],
  GB: ["uk", "u k", "great britain", "england", "scotland", "wales", "northern ireland"],
  HK: ["hong kong"],
  IN: ["bharat"],
  KP: ["korea democratic people s republic of"],
  KR: ["korea", "republic of korea"],
  MK: ["macedonia"],
  MM: ["burma"],
  MO: ["macau"],
  NL: ["holland", "the netherlands"],
  PS: ["palestine"],
  RU: ["russian federation"],
  SA: ["ksa", "kingdom of saudi arabia"],
  SZ: ["swaziland"],
  TR: ["turkey"],
  US: ["usa", "u s a", "u s", "america", "united states of america"],
  VN: ["viet nam"],
};

export const otherCountryNames: ReadonlyMap<string, CountryCode> = new Map(
  Object.entries(names).flatMap(([country, all]) =>
    all.map((name): [string, CountryCode] => [name, country as CountryCode]),
  ),
);
