import { expect, it } from "vitest";
import { harmless, harmlessPainted, harmlessValue } from "./harmless.ts";

it.each([
  ["Asha\u001b[2J", String.raw`Asha\u001b[2J`, "clears the screen"],
  ["\u001b]0;owned\u0007", String.raw`\u001b]0;owned\u0007`, "names the window"],
  ["a\rb\u0008", String.raw`a\u000db\u0008`, "writes over what stands there"],
  ["\u009b2J", String.raw`\u009b2J`, "is an escape of one character"],
  ["\u001b[8mhidden\u001b[0m", String.raw`\u001b[8mhidden\u001b[0m`, "hides itself by a colour"],
  ["\u007f", String.raw`\u007f`, "deletes"],
  ["\u061c", String.raw`\u061c`, "marks Arabic letters' direction"],
  ["\u2066x\u2069", String.raw`\u2066x\u2069`, "isolates a direction"],
  ["a\u2028b", String.raw`a\u2028b`, "ends a line of some terminals"],
  ["\u202efdp.exe", String.raw`\u202efdp.exe`, "turns the direction of writing"],
])("%j is shown as it is: it %s", (text, expected) => {
  expect(harmless(text)).toBe(expected);
});

it.each(["two\nlines\tand a tab", "山田 म é 👍"])("%j stays", (text) => {
  expect(harmless(text)).toBe(text);
});

it("of a text that we painted our colours stay, and nothing else", () => {
  expect(harmlessPainted("\u001b[1;31mred\u001b[0m\u001b[2J\u0007")).toBe(
    "\u001b[1;31mred\u001b[0m" + String.raw`\u001b[2J\u0007`,
  );
});

it("in an answer every text is made harmless, however deep, and names are texts", () => {
  expect(harmlessValue({ "a\u0007": [{ b: "\u001b[31m", c: 1, d: null, e: true }] })).toEqual({
    [String.raw`a\u0007`]: [{ b: String.raw`\u001b[31m`, c: 1, d: null, e: true }],
  });
});
