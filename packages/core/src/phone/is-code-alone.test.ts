import { expect, it } from "vitest";
import { isCodeAlone } from "./is-code-alone.ts";

it.each([
  ["+91", true],
  ["+91 ", true],
  ["(+91)", true],
  ["0091", true],
  ["India (+91)", true],
  ["+1-246", true],
  ["🇮🇳", true],
  ["India", true],
  ["91", false],
  ["34", false],
  ["+91 9", false],
  ["+999", false],
  ["+91".padEnd(200, " "), true],
  ["+91".padEnd(300, " "), true],
  ["1".repeat(251), false],
  ["+91".padEnd(101, "-"), false],
  ["+91".padEnd(100, "-"), true],
  ["+44 (0)", true],
  ["+44 (0) 20", false],
  ["call me", false],
  ["", false],
])("%j is what a form fills in: %s", (typed, is) => expect(isCodeAlone(typed)).toBe(is));
