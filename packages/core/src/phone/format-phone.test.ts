import * as fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js/min";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { formatPhone, type PhoneHints } from "./format-phone.ts";

const same: [typed: string, hints: PhoneHints][] = [
  ["+91 99999 99999", {}],
  ["+91-9999999999", { cfCountry: "US" }],
  ["＋９１ ９９９９９ ９９９９９", {}],
  ["tel:+91-99999-99999", { countryCode: "+1" }],
  ["+91 (0) 99999 99999", {}],
  ["\u202a+919999999999\u202c", {}],
  ["9999999999", { countryCode: "+91" }],
  ["9999999999", { countryCode: "91", cfCountry: "US" }],
  ["9999999999", { countryCode: "0091" }],
  ["9999999999", { countryCode: "IN" }],
  ["9999999999", { countryCode: "in" }],
  ["9999999999", { countryCode: "India (+91)" }],
  ["919999999999", { countryCode: "91" }],
  ["91 99999 99999", { defaultRegion: "IN" }],
  ["099999-99999", { cfCountry: "IN" }],
  ["099999-99999", { countryCode: "91" }],
  ["999.999.9999", { defaultRegion: "IN", cfCountry: "US" }],
  ["0091 99999 99999", { cfCountry: "IN" }],
  ["0091 99999 99999", { cfCountry: "US" }],
  ["(0091) 99999 99999", { countryCode: "1" }],
  ["  0091 99999 99999", { cfCountry: "US" }],
  ["9999999999", { countryCode: "undefined", defaultRegion: "IN" }],
  ["9999999999", { countryCode: "", defaultRegion: null, cfCountry: "IN" }],
  ["٩٩٩٩٩٩٩٩٩٩", { cfCountry: "IN" }],
];

describe("one number has one spelling", () => {
  it.each(same)("%s %o", (typed, hints) => {
    expect(formatPhone(typed, hints)).toEqual({ ok: true, formatted: "+91-9999999999", region: "IN" });
  });

  it.each<[string, PhoneHints, string]>([
    ["(202) 555-0123", { cfCountry: "US" }, "+1-2025550123"],
    ["246 430 1234", { countryCode: "+1-246", defaultRegion: "IN" }, "+1-2464301234"],
    ["06 1234 5678", { countryCode: "+39" }, "+39-0612345678"],
    ["020 7946 0958 ext. 12", { countryCode: "UK" }, "+44-2079460958"],
    ["8 (912) 345-67-89", { countryCode: "7" }, "+7-9123456789"],
    ["011 15-2345-6789", { cfCountry: "AR" }, "+54-91123456789"],
    ["9999999999", { defaultRegion: "IN", cfCountry: "GB" }, "+91-9999999999"],
    ["9999999999", { countryCode: "91", defaultRegion: "US" }, "+91-9999999999"],
    ["9800919999", { cfCountry: "IN" }, "+91-9800919999"],
    ["(202) 500-1234", { cfCountry: "US" }, "+1-2025001234"],
    ["  020 7946 0958 ", { cfCountry: "GB" }, "+44-2079460958"],
  ])("%s %o is %s", (typed, hints, formatted) => {
    expect(formatPhone(typed, hints)).toMatchObject({ ok: true, formatted });
  });

  it("reads every country's example the same in national, international and dialled spelling", () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (example === undefined) continue;
      const { countryCallingCode: code, nationalNumber } = example;
      const spellings: [string, PhoneHints][] = [
        [example.formatInternational(), {}],
        [example.formatNational(), { cfCountry: country }],
        [example.formatNational(), { countryCode: country, cfCountry: "IN" }],
        [`00${code}${nationalNumber}`, { cfCountry: "US" }],
      ];
      for (const [typed, hints] of spellings)
        expect([country, typed, formatPhone(typed, hints)]).toMatchObject([
          country,
          typed,
          { ok: true, formatted: `+${code}-${nationalNumber}` },
        ]);
    }
  });
});

const de: PhoneHints = { defaultRegion: "DE" };
const indian: PhoneHints = { defaultRegion: "IN" };

describe("what people type beside or before a number", () => {
  it.each<[string, string, PhoneHints, string]>([
    ["the calling code twice", "+91919876543210", {}, "+91-9876543210"],
    ["the calling code twice, each with its plus", "+7+78639222222", {}, "+7-8639222222"],
    ["the calling code twice, dialled", "0091 91 98765 43210", {}, "+91-9876543210"],
    ["a selector's calling code before the number's", "91+919876543210", {}, "+91-9876543210"],
    ["the calling code without its plus", "919876543210", { cfCountry: "US" }, "+91-9876543210"],
    ["the calling code without its plus, and no country", "919876543210", {}, "+91-9876543210"],
    ["the calling code without its plus, behind it a zero", "49(0)345279580", de, "+49-345279580"],
    ["the same without brackets", "490345279580", de, "+49-345279580"],
    ["the same without a zero", "49345279580", de, "+49-345279580"],
    ["the same of another country than the form's", "49 (0) 345 279580", indian, "+49-345279580"],
    ["Germany's code twice", "+49 49 345 279580", {}, "+49-345279580"],
    ["Germany's code twice in one", "+4949345279580", {}, "+49-345279580"],
    ["an area code that begins as Germany's code", "+49 4921 123456", {}, "+49-4921123456"],
    ["the same at home", "04921 123456", de, "+49-4921123456"],
    ["the same at home without its zero", "4921 123456", de, "+49-4921123456"],
    ["Germany's code as the hint", "49345279580", { countryCode: "+49" }, "+49-345279580"],
    ["a plus before a number without its code", "+9876543210", indian, "+91-9876543210"],
    ["a plus and a code before what the plan does not have", "+65 7123 4567", indian, "+65-71234567"],
    ["more zeros than are dialled", "00 98765 43210", indian, "+91-9876543210"],
    ["Mexico's former 1", "+52 1 55 1234 5678", {}, "+52-5512345678"],
    ["Mexico's former 044", "044 55 1234 5678", { cfCountry: "MX" }, "+52-5512345678"],
    ["a trunk zero in brackets", "+48 (0) 22 512 12 34", {}, "+48-225121234"],
    ["a trunk zero without brackets", "+48 022 512 12 34", {}, "+48-225121234"],
    ["a trunk zero that is Italian", "+39 (0)6 1234 5678", {}, "+39-0612345678"],
    ["a trunk zero before an Italian mobile", "+39 (0)333 1234567", {}, "+39-3331234567"],
    ["a joiner and a variation selector", "98765\u200d43\ufe0f210", indian, "+91-9876543210"],
    ["Devanagari's digits", "९८७६५४३२१०", indian, "+91-9876543210"],
    ["an area code before a slash", "03452/79580", de, "+49-345279580"],
    ["a comma between its groups", "98765,43210", indian, "+91-9876543210"],
    ["what was escaped once too often", "%2B91%2098765%2043210", {}, "+91-9876543210"],
    ["Brazil's sign for a carrier", "0xx11 98765-4321", { cfCountry: "BR" }, "+55-11987654321"],
    ["Benin's spelling of before", "+229 97 12 34 56", {}, "+229-0197123456"],
    [
      "a code as a spreadsheet has it",
      "9876543210",
      { countryCode: "91.0", defaultRegion: "US" },
      "+91-9876543210",
    ],
    ["words behind it", "9876543210 (WhatsApp)", indian, "+91-9876543210"],
    ["a flag before the number", "🇮🇳 98765 43210", { defaultRegion: "US" }, "+91-9876543210"],
    ["a country's name before the number", "India: 98765 43210", { defaultRegion: "US" }, "+91-9876543210"],
    ["a country's name behind it", "98765 43210 (India)", { defaultRegion: "US" }, "+91-9876543210"],
    ["a country beside a number of its own", "UK 020 7946 0958", { defaultRegion: "IN" }, "+44-2079460958"],
    ["a country before its calling code", "🇮🇳 +91 98765 43210", { defaultRegion: "US" }, "+91-9876543210"],
    ["a country that the number is not of", "Norway 98765 43210", { defaultRegion: "IN" }, "+91-9876543210"],
    ["PH, which is phone to most", "PH 98765 43210", { defaultRegion: "IN" }, "+91-9876543210"],
    ["NO, which is number to most", "NO 98765 43210", { defaultRegion: "IN" }, "+91-9876543210"],
    ["a country's name in the country's field", "98765 43210", { countryCode: "India" }, "+91-9876543210"],
    ["our own spelling of a number that could be misread", "+49-49345279580", {}, "+49-49345279580"],
  ])("%s: %s %o is %s", (_, typed, hints, formatted) => {
    const phone = formatPhone(typed, hints);
    expect(phone).toMatchObject({ ok: true, formatted });
    expect(phone).not.toHaveProperty("typed");
    expect(phone).not.toHaveProperty("extension");
  });

  it.each<[string, PhoneHints, string, string]>([
    ["020 7946 0958 x123", { cfCountry: "GB" }, "+44-2079460958", "123"],
    ["+1 (212) 555-0100, ext. 101", {}, "+1-2125550100", "101"],
    ["tel:+1-212-555-0100;ext=101", {}, "+1-2125550100", "101"],
    ["+44-2079460958 x123", { cfCountry: "JP" }, "+44-2079460958", "123"],
  ])("%s %o has its extension", (typed, hints, formatted, extension) => {
    const phone = formatPhone(typed, hints);
    expect(phone).toMatchObject({ ok: true, formatted, extension });
    expect(phone).not.toHaveProperty("typed");
  });

  it.each<[string, PhoneHints, string]>([
    ["9876543210 / 9123456780", indian, "+91-9876543210"],
    ["9876543210, 9123456780", indian, "+91-9876543210"],
    ["98765 43210 or 91234 56780", indian, "+91-9876543210"],
    ["98765 43210 91234 56780", indian, "+91-9876543210"],
    ["9876543210-9123456780", indian, "+91-9876543210"],
    ["Home: 9876543210 Work: 9123456780", indian, "+91-9876543210"],
    ["+91 98765 43210 +91 91234 56780", {}, "+91-9876543210"],
    ["9876543210/11", indian, "+91-9876543210"],
    ["030 1234567/68", de, "+49-301234567"],
    ["98765 43210 call after 6", indian, "+91-9876543210"],
    ["9876543210 (10-6)", indian, "+91-9876543210"],
    ["+1 212 555 0100 x1, +1 212 555 0199", {}, "+1-2125550100"],
  ])("%s %o says more than its number, and is kept as typed", (typed, hints, formatted) => {
    expect(formatPhone(typed, hints)).toMatchObject({ ok: true, formatted, typed });
  });
});

it.each<[string, PhoneHints, string | null]>([
  ["+91 99999 99999", {}, "IN"],
  ["+44 20 7946 0958", {}, "GB"],
  ["+800 1234 5678", {}, null],
])("%s %o is of the country %s", (typed, hints, region) => {
  expect(formatPhone(typed, hints)).toMatchObject({ ok: true, region });
});

describe("what cannot be read", () => {
  it.each<[string, PhoneHints]>([
    ["12345", { cfCountry: "IN" }],
    ["9999999999", {}],
    ["9999999999", { cfCountry: "T1" }],
    ["1-800-FLOWERS", { cfCountry: "US" }],
    ["n/a", { cfCountry: "US" }],
    ["", { cfCountry: "US" }],
    ["+999 1234 5678", { cfCountry: "IN" }],
    ["  12345 ", { cfCountry: "IN" }],
    ["１２３", { cfCountry: "IN" }],
    ["98765 4321O", { cfCountry: "IN" }],
    ["98765*3210", { cfCountry: "IN" }],
    ["0800 1234 CALL", { cfCountry: "GB" }],
    ["98765 43210 11 22", { cfCountry: "US" }],
    ["nine eight 76543210", { cfCountry: "IN" }],
    ["3612345678", {}],
    ["9876543210".padEnd(251, " "), { cfCountry: "IN" }],
  ])("%s %o is kept as typed", (typed, hints) => {
    expect(formatPhone(typed, hints)).toEqual({ ok: false, typed });
  });
});

describe("any text at all", () => {
  const anything = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[+0-9 ()./-]{0,24}$/));

  it("never throws, and a formatted number formats to itself wherever it is read", () => {
    fc.assert(
      fc.property(anything, anything, fc.constantFrom("IN", "US", "GB", null), (typed, countryCode, cf) => {
        const first = formatPhone(typed, { countryCode, cfCountry: cf });
        if (!first.ok) {
          expect(first.typed).toBe(typed);
          return;
        }
        expect(first.formatted).toMatch(/^\+\d{1,3}-\d{2,15}$/);
        expect(formatPhone(first.formatted, { cfCountry: "JP" })).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a zero in brackets, which is dialled at home only", () => {
  it.each([
    "+48 (0) 11 111 11 11",
    "+48(0)111111111",
    "+48 ( 0 ) 111111111",
    "(+48) (0) 111111111",
    "(+48)(0)111111111",
  ])("is left out of %s, though its country's plan has no such number", (typed) => {
    expect(formatPhone(typed, {})).toMatchObject({ ok: true, formatted: "+48-111111111" });
  });

  it.each([
    ["48 (0) 22 512 12 34", "+48-225121234"],
    ["48(0)225121234", "+48-225121234"],
    ["48 ( 0 ) 225121234", "+48-225121234"],
    ["(48) (0) 225121234", "+48-225121234"],
    ["(353)(0)16793333", "+353-16793333"],
    ["44 (0) 20 7946 0958", "+44-2079460958"],
  ])("says of %s that what stands before it is a calling code", (typed, formatted) => {
    expect(formatPhone(typed, { defaultRegion: "IN" })).toMatchObject({ ok: true, formatted });
  });
});

describe("a number whose country is presumed", () => {
  it.each([
    ["98765 00321", "IN", { formatted: "+91-9876500321" }],
    ["00098765 43210", "IN", { formatted: "+91-9876543210" }],
    ["91 +44 20 7946 0958", "IN", { formatted: "+44-2079460958" }],
    ["555123 / 555124", "AT", { formatted: "+43-555123", typed: "555123 / 555124" }],
    ["020 7946 0958, ext. 12", "GB", { formatted: "+44-2079460958", extension: "12" }],
    [
      "020 7946 0958 020 7946 0959",
      "GB",
      { formatted: "+44-2079460958", typed: "020 7946 0958 020 7946 0959" },
    ],
  ])("%s is read as of %s", (typed, defaultRegion, read) => {
    expect(formatPhone(typed, { defaultRegion })).toMatchObject({ ok: true, ...read });
  });

  it("has an extension of seven digits at most", () => {
    expect(formatPhone("+44-2079460958 x1234567", {})).toMatchObject({ extension: "1234567" });
    expect(formatPhone("+44-2079460958 x12345678", {})).toMatchObject({ ok: false });
  });
});
