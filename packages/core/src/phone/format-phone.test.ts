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
    ["9999999999 / 8888888888", { cfCountry: "IN" }],
    ["1-800-FLOWERS", { cfCountry: "US" }],
    ["n/a", { cfCountry: "US" }],
    ["", { cfCountry: "US" }],
    ["+999 1234 5678", { cfCountry: "IN" }],
    ["  12345 ", { cfCountry: "IN" }],
    ["１２３", { cfCountry: "IN" }],
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
