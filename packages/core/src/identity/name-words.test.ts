import * as fc from "fast-check";
import { expect, it } from "vitest";
import { nameWords } from "./name-words.ts";

it.each([
  [null, []],
  ["", []],
  [" - … 🙂 ", []],
  ["Asha Rao", ["asha", "rao"]],
  ["  Asha\tRAO\n", ["asha", "rao"]],
  ["Rao,Asha", ["rao", "asha"]],
  ["Dr. Asha (NRI)", ["dr", "asha", "nri"]],
  ["«Asha» ’Rao, ¡Señor!", ["asha", "rao", "señor"]],
  ["Sean O'Brien", ["sean", "o'brien"]],
  ["Anne-Marie", ["anne-marie"]],
  ["Anna ANNA", ["anna"]],
  ["MÜLLER", ["müller"]],
  ["Mu\u0308ller", ["müller"]],
  ["ΟΔΥΣΣΕΥΣ", ["οδυσσευς"]],
  ["山田 太郎", ["山田", "太郎"]],
  ["राज कुमार", ["राज", "कुमार"]],
  ["علی\u200cرضا", ["علیرضا"]],
  ["R2 D2", ["r2", "d2"]],
] as const)("%j stands under %j", (name, words) => {
  expect(nameWords(name)).toEqual(words);
});

it("of a long name the first two words and the last are kept, where the family name is", () => {
  expect(nameWords("María del Carmen López García")).toEqual(["maría", "del", "garcía"]);
});

it("a word ends at 64 characters, never within one", () => {
  expect(nameWords("x".repeat(80))).toEqual(["x".repeat(64)]);
  expect(nameWords("𝒳".repeat(80))).toEqual(["𝒳".repeat(64)]);
});

it("words are few, short, different and their own words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
      const words = nameWords(name);
      expect(words.length).toBeLessThanOrEqual(3);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) expect(Array.from(word).length).toBeLessThanOrEqual(64);
    }),
  );
});

it("searching by a stored word finds it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (name) => {
      for (const word of nameWords(name)) expect(nameWords(word)).toEqual([word]);
    }),
  );
});
