import { expect, it } from "vitest";
import { namedRegion } from "./named-region.ts";

it.each([
  ["a flag before the number", "🇮🇳 98765 43210", "IN"],
  ["a flag behind it", "98765 43210 🇮🇳", "IN"],
  ["a name", "India 98765 43210", "IN"],
  ["a name with a colon", "India: 98765", "IN"],
  ["a name in another language", "Deutschland 030 1234567", "DE"],
  ["a name in brackets behind it", "98765 43210 (India)", "IN"],
  ["a name of more words", "Trinidad & Tobago 868 234 5678", "TT"],
  ["a code of three letters", "USA 212 555 0100", "US"],
  ["UK, which is no code and means nothing else", "UK 020 7946 0958", "GB"],
])("reads %s", (_, text, country) => expect(namedRegion(text)).toEqual({ defaultCountry: country }));

it.each([
  ["a number alone", "+91 98765 43210"],
  ["phone", "PH 98765 43210"],
  ["number", "No. 98765 43210"],
  ["mobile", "MO 98765 43210"],
  ["a label", "Mobile: 98765 43210"],
  ["a remark", "98765 43210 (WhatsApp)"],
  ["a name within the number", "98765 India 43210"],
  ["nothing", ""],
])("names no country where there is %s", (_, text) => expect(namedRegion(text)).toBeUndefined());
