import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutBytes, cutText } from "./cut-text.ts";

const family = "👨‍👩‍👧‍👦";

describe("a text that is cut", () => {
  test.each([
    ["is left alone where it fits", "Asha", 4, "Asha"],
    ["ends in a sign that it goes on", "Asha Rao", 5, "Asha…"],
    ["keeps no half of an emoji", "a👍b", 2, "a…"],
    ["keeps no part of a family", `ab${family}`, 12, "ab…"],
    ["keeps a family whole", `${family}abcdef`, 12, `${family}…`],
    ["keeps no letter without its accent", "abe\u0301f", 4, "ab…"],
    ["has room for the sign alone", "Asha", 1, "…"],
    ["has room for nothing", "Asha", 0, ""],
  ])("%s", (_what, text, most, cut) => {
    expect(cutText(text, most)).toBe(cut);
  });

  test.each([
    ["is left alone where it fits", "äöü", 6, "äöü"],
    ["is measured as it is sent", "äöüß", 7, "äö…"],
    ["keeps no half of an emoji", "a👍b👍", 7, "a…"],
    ["has room for nothing", "abcd", 2, ""],
  ])("by bytes %s", (_what, text, most, cut) => {
    expect(cutBytes(text, most)).toBe(cut);
  });

  const texts = fc.string({ unit: "grapheme", maxLength: 60 });

  test("never is longer than it may be, and is valid", () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 80 }), (text, most) => {
        const [units, bytes] = [cutText(text, most), cutBytes(text, most)];
        expect(units.length).toBeLessThanOrEqual(most);
        expect(new TextEncoder().encode(bytes).length).toBeLessThanOrEqual(most);
        for (const cut of [units, bytes]) {
          expect(cut.isWellFormed()).toBe(true);
          expect(text.startsWith(cut.replace(/…$/, "")) || text === cut).toBe(true);
        }
      }),
    );
  });
});
