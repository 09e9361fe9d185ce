import { expect, it } from "vitest";
import { harmless } from "./harmless.ts";

it.each([
  ["Asha\u001b[2J", String.raw`Asha\u001b[2J`, "clears the screen"],
  ["\u001b]0;owned\u0007", String.raw`\u001b]0;owned\u0007`, "names the window"],
  ["a\rb\u0008", String.raw`a\u000db\u0008`, "writes over what stands there"],
  ["\u009b2J", String.raw`\u009b2J`, "is an escape of one character"],
  ["\u202efdp.exe", String.raw`\u202efdp.exe`, "turns the direction of writing"],
])("%j is shown as it is: it %s", (text, expected) => {
  expect(harmless(text)).toBe(expected);
});

it.each(["\u001b[1;31mred\u001b[0m", "two\nlines\tand a tab", "山田 म é 👍"])("%j stays", (text) => {
  expect(harmless(text)).toBe(text);
});
