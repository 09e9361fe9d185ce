import { describe, expect, it } from "vitest";
import { isRegion } from "./is-region.ts";
import { callingCodeOf, isCallingCode, readRegion } from "./read-region.ts";

describe("a form's country-code field", () => {
  it.each<[string, string | null | undefined, object | undefined]>([
    ["a calling code with its plus", "+91", { defaultCallingCode: "91" }],
    ["a calling code alone", "91", { defaultCallingCode: "91" }],
    ["a calling code as it is dialled", "0091", { defaultCallingCode: "91" }],
    ["a calling code with blanks around it", "  +91 ", { defaultCallingCode: "91" }],
    ["a calling code in wide digits", "＋９１", { defaultCallingCode: "91" }],
    ["a calling code with a nought in it", "+20", { defaultCallingCode: "20" }],
    ["a country's code", "IN", { defaultCountry: "IN" }],
    ["a country's code in small letters", " in ", { defaultCountry: "IN" }],
    ["the United Kingdom as people write it", "uk", { defaultCountry: "GB" }],
    ["a selector's text with the calling code in it", "India (+91)", { defaultCallingCode: "91" }],
    ["a selector's text whose calling code has no plus", "India 91", { defaultCountry: "IN" }],
    ["a country's name", "India", { defaultCountry: "IN" }],
    ["a country's code of three letters", "IND", { defaultCountry: "IN" }],
    ["a code and its calling code", "IN_91", { defaultCountry: "IN" }],
    ["a flag and a calling code", "🇮🇳 +91", { defaultCallingCode: "91" }],
    ["a calling code in Devanagari's digits", "९१", { defaultCallingCode: "91" }],
    ["a country's name beside another's calling code", "India 44", undefined],
    ["a name that every object has", "constructor", undefined],
    ["a selector's text with a calling code that nobody has", "Nowhere (+999)", undefined],
    ["an island of North America by its area code", "+1-246", { defaultCallingCode: "1" }],
    ["the same without signs", "1246", { defaultCallingCode: "1" }],
    ["North America itself", "+1", { defaultCallingCode: "1" }],
    ["more digits than an area code has", "12468", undefined],
    ["an area code after other digits", "91246", undefined],
    ["fewer digits than an area code has", "124", undefined],
    ["a calling code that nobody has", "+999", undefined],
    ["Cloudflare's word for Tor", "T1", undefined],
    ["Cloudflare's word for unknown", "XX", undefined],
    ["a country's name in a long text", "India (+91)".padEnd(300, "-"), { defaultCallingCode: "91" }],
    ["a country's name at the end of a long text", "India".padStart(206, "-"), undefined],
    ["signs that are letters by the thousand", `India ${"\ufdfa".repeat(194)}`, undefined],
    ["a page script's mistake", "undefined", undefined],
    ["nothing", "", undefined],
    ["no field", undefined, undefined],
    ["no value", null, undefined],
  ])("that holds %s is read", (_, text, region) => {
    expect(readRegion(text)).toEqual(region);
  });

  it.each([
    [{ defaultCountry: "IN" } as const, "91"],
    [{ defaultCountry: "BB" } as const, "1"],
    [{ defaultCallingCode: "44" }, "44"],
  ])("of %o has the calling code %s", (region, code) => {
    expect(callingCodeOf(region)).toBe(code);
  });
});

describe("what is known of countries", () => {
  it.each([
    ["91", true],
    ["1", true],
    ["999", false],
    ["", false],
    ["+91", false],
  ])("the calling code %j: %s", (code, known) => expect(isCallingCode(code)).toBe(known));

  it.each([
    ["IN", true],
    ["in", false],
    ["XX", false],
    ["", false],
  ])("the region %j: %s", (region, known) => expect(isRegion(region)).toBe(known));
});
