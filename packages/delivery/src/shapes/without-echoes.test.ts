import { samplePayload } from "@leadrelay/adapters/make/sample-payload";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withoutEchoes } from "./without-echoes.ts";

test.each([
  ["the lead's name", "Thank you, Asha Rao!", "Thank you, …!"],
  ["a part of it", "Thank you, asha!", "Thank you, …!"],
  ["its address", '{"email":"asha@example.com"}', '{"email":"…"}'],
  ["its number", "we call +91-9999999999 now", "we call … now"],
  ["its project", "Lakeside Towers has it", "… has it"],
])("an answer has not %s", (_what, answer, clean) => {
  expect(withoutEchoes(answer, samplePayload)).toBe(clean);
});

test("a name within a word is the word's", () => {
  expect(withoutEchoes("Ashanti was here", samplePayload)).toBe("Ashanti was here");
});

test("a lead that says nothing takes nothing away", () => {
  const nobody = {
    ...samplePayload,
    first_name: null,
    email: null,
    phone_mobile: null,
    project_name: null,
    user_location: null,
    user_city: null,
  };
  expect(withoutEchoes("Asha", nobody)).toBe("Asha");
  expect(withoutEchoes("a b", { ...nobody, first_name: "a" })).toBe("a b");
});

test("whatever a lead is called, its name is gone and nothing is thrown", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2, unit: "grapheme" }), (name) => {
      const named = name.trim();
      const clean = withoutEchoes(`<${named}>`, { ...samplePayload, first_name: name });
      if (named.length >= 2) expect(clean).not.toBe(`<${named}>`);
    }),
  );
});
