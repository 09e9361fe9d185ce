import { expect, test } from "vitest";
import { codeIn } from "./code-in.ts";
import { codeWords } from "./codes.ts";

test.each([
  ["404", "404"],
  ["4xx", "4xx"],
  ["0", "0"],
  ["599", "599"],
  ["600", undefined],
  ["4XX", undefined],
  ["40", undefined],
  ["404 ", undefined],
  [undefined, undefined],
])("%j in an address is %j", (value, code) => expect(codeIn(value)).toBe(code));

test("every code that is offered can be asked for", () => {
  for (const [code] of codeWords) expect(codeIn(code)).toBe(code);
});
