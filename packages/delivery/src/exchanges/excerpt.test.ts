import * as fc from "fast-check";
import { expect, test } from "vitest";
import { excerpt } from "./excerpt.ts";

const family = "👨‍👩‍👧‍👦";

test.each([
  ["is left alone where it fits", "äöü", 6, "äöü", false],
  ["is measured as it is sent", "äöü", 5, "äö", true],
  ["keeps no half of an emoji", "a👍b", 3, "a", true],
  ["keeps no part of a family", `ab${family}`, 20, "ab", true],
  ["keeps a family whole", `${family}abc`, 26, `${family}a`, true],
  ["keeps no letter without its accent", "abe\u0301f", 3, "ab", true],
  ["has room for nothing", "abc", 0, "", true],
  ["that is empty fits anywhere", "", 0, "", false],
])("the beginning of a text %s", (_what, text, most, kept, isCut) => {
  expect(excerpt(text, most)).toEqual({ text: kept, isCut });
});

test("a beginning is never longer than it may be, is valid, and is a beginning", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.nat(80), (text, most) => {
      const kept = excerpt(text, most);
      expect(new TextEncoder().encode(kept.text).length).toBeLessThanOrEqual(most);
      expect(kept.text.isWellFormed()).toBe(true);
      expect(text.startsWith(kept.text)).toBe(true);
      expect(kept.isCut).toBe(kept.text !== text);
    }),
  );
});
